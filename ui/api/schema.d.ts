// Generated from /openapi.json by `npm run openapi`.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程是否在运行 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 在运行 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 能否接受请求 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 可以 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ready" | "notReady";
                            database: boolean;
                            search: boolean;
                        };
                    };
                };
                /** @description 还不可以 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ready" | "notReady";
                            database: boolean;
                            search: boolean;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录人 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 登录人、岗位和未读消息 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改密码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currentPassword: string;
                        newPassword: string;
                    };
                };
            };
            responses: {
                /** @description 已修改，其他设备须重新登录 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            changed: true;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 演示账号 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 正式系统中为空 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: components["schemas"]["DemoAccount"][];
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 机关名录 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 机关 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organs: components["schemas"]["Organ"][];
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 岗位种类 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 岗位 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            roles: {
                                key: string;
                                label: string;
                                side: string;
                            }[];
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 本级和下属单位的账号 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: components["schemas"]["Account"][];
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 建账号 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        username: string;
                        memberships: {
                            /** Format: uuid */
                            organId: string;
                            role: string;
                            title?: string;
                            from: string;
                            to?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 首次密码只显示这一次 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            personId: string;
                            firstPassword: string;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 调整岗位 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        memberships: {
                            /** Format: uuid */
                            organId: string;
                            role: string;
                            title?: string;
                            from: string;
                            to?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 已保存 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            saved: true;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置密码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 新的首次密码 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            firstPassword: string;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用或恢复账号 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        disabled: boolean;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            disabled: boolean;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 移交离岗人员的全部工作 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        successorId: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 移交的件数 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            filings: number;
                            led: number;
                            tasks: number;
                            suggestions: number;
                            drafts: number;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传文件（正文为文件字节，文件名在 x-file-name，按 URI 编码） */
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-file-name": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description 已原样保存 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadedFile"];
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载原件 */
        get: {
            parameters: {
                query?: {
                    inline?: "true";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 原件，逐字节相同 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 备案审查件（按登录人可见的范围） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文件、材料、期限、记录和现在能办的步骤；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Filing"];
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的消息 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    unread?: "true";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 新的在前 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Notice"][];
                            next: string | null;
                            total: number | null;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标为已读 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已读 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            read: true;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 全部标为已读 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 标为已读的条数 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/deadline-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 期限规则 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 本级各项期限、依据和是否确认 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            committees: {
                                organId: string;
                                organName: string;
                                rules: components["schemas"]["DeadlineRule"][];
                            }[];
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/deadline-rules/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改或确认期限规则 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organId: string;
                        amount: number;
                        /** @enum {string} */
                        unit: "calendarDay" | "workDay" | "month" | "year";
                        basis: string;
                        confirmed: boolean;
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description 已保存；正在计算的期限不变 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            saved: true;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作日历 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 一年的工作日和休息日 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            known: boolean;
                            source: string;
                            days: {
                                date: string;
                                work: boolean | null;
                                /** @enum {string|null} */
                                entered: "work" | "rest" | null;
                                note: string | null;
                            }[];
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 录入工作日和休息日 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        days: {
                            date: string;
                            /** @enum {string} */
                            kind: "work" | "rest" | "asPublished";
                            note: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 已保存 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            saved: number;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 操作记录 */
        get: {
            parameters: {
                query?: {
                    entityId?: string;
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 新的在前 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                sequence: string;
                                at: string;
                                actor: string;
                                action: string;
                                entity: string;
                                entityId: string;
                                detail: string;
                                digest: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description 没有办成，见 RFC 9457 说明 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            errors?: {
                path: string;
                message: string;
            }[];
        };
        Session: {
            person: {
                id: string;
                name: string;
                username: string;
                mustChangePassword: boolean;
            };
            memberships: {
                organId: string;
                organName: string;
                organShortName: string;
                organKind: string;
                standingCommitteeId: string | null;
                role: string;
                roleLabel: string;
                /** @enum {string} */
                side: "maker" | "committee" | "administration";
            }[];
            demo: boolean;
            today: string;
            unreadNotices: number;
        };
        DemoAccount: {
            username: string;
            password: string;
            name: string;
            title: string;
            organName: string;
            roleLabels: string[];
        };
        Organ: {
            id: string;
            key: string;
            name: string;
            shortName: string;
            kind: string;
            level: string;
            regionCode: string;
            parentId: string | null;
            documentCode: string | null;
        };
        Account: {
            id: string;
            name: string;
            username: string;
            disabled: boolean;
            openWork: number;
            memberships: {
                organId: string;
                organName: string;
                role: string;
                roleLabel: string;
                from: string;
                to: string | null;
            }[];
        };
        UploadedFile: {
            id: string;
            name: string;
            sha256: string;
            sizeBytes: number;
            format: string | null;
            /** @enum {string} */
            status: "read" | "stored";
            reason: string | null;
            problems: {
                line: number;
                code: string;
                message: string;
            }[];
            insertions: number;
            deletions: number;
            hiddenPassages: number;
        };
        Filing: {
            id: string;
            revision: number;
            /** @enum {string} */
            audience: "maker" | "reception" | "review";
            state: components["schemas"]["CaseState"];
            registrationNo: string | null;
            title: string;
            documentNo: string;
            documentKind: {
                id: string;
                label: string;
            };
            maker: {
                id: string;
                name: string;
            };
            jointMakers: {
                id: string;
                name: string;
            }[];
            jointMakersText: string | null;
            filedBy: {
                id: string;
                name: string;
            };
            receiver: {
                id: string;
                name: string;
            };
            wrongLineConfirmed: boolean;
            filingReportNo: string | null;
            unifiedNo: string | null;
            draftingOrgan: string | null;
            drafters: {
                id: string;
                name: string;
            }[];
            deliberationMeeting: string | null;
            meetingDate: string | null;
            promulgated: string | null;
            effectiveFrom: string | null;
            validUntil: string | null;
            validityNote: string | null;
            disclosure: string | null;
            contactName: string | null;
            contactPhone: string | null;
            keywords: string[];
            traits: string[];
            missingReason: string | null;
            flagsOnRecord: string[];
            onPaper: boolean;
            submittedOn: string | null;
            receivedOn: string | null;
            registeredOn: string | null;
            distributedOn: string | null;
            closedOn: string | null;
            outcome: {
                id: string;
                label: string;
            } | null;
            versionId: string | null;
            previousVersionId: string | null;
            supersedes: {
                id: string;
                title: string;
                documentNo: string;
                registrationNo: string | null;
            } | null;
            supersededBy: {
                id: string;
                title: string;
                documentNo: string;
                registrationNo: string | null;
            }[];
            haltedOn: string | null;
            haltNotice: string | null;
            published: boolean;
            handling: {
                mode: string;
                reviewer: {
                    id: string;
                    name: string;
                } | null;
                leader: {
                    id: string;
                    name: string;
                } | null;
            } | null;
            deadline: components["schemas"]["Deadline"];
            clocks: components["schemas"]["Deadline"][];
            actions: components["schemas"]["CaseAction"][];
            package: components["schemas"]["PackageItem"][];
            sameness: components["schemas"]["SamenessCheck"];
            check: {
                findings: components["schemas"]["FormalFinding"][];
                wrongLine: boolean;
                rightAddressee: {
                    id: string | null;
                    name: string;
                } | null;
                outOfScope: string | null;
                lineNote: string;
                lineBasis: string;
                late: boolean;
            } | null;
            correctionItems: string[];
            events: {
                id: string;
                at: string;
                on: string;
                transition: string;
                label: string;
                actorName: string;
                note: string | null;
                toState: string | null;
            }[];
            savedAt: string;
        };
        CaseState: {
            id: string;
            label: string;
            sign: string;
            phase: string;
        };
        Deadline: {
            key: string;
            label: string;
            startOn: string;
            dueOn: string | null;
            state: string;
            amount: number;
            unit: string;
            basis: string;
            standing: string;
            steps: string;
            calendarKnown: boolean;
            suspendedOn: string | null;
            remaining: {
                /** @enum {string} */
                kind: "left" | "today" | "overdue";
                amount: number;
                unit: string;
                text: string;
            } | null;
        } | null;
        CaseAction: {
            key: string;
            label: string;
            dangerous: boolean;
            basis: string;
            blocked: string | null;
            requires: string[];
            yields: string | null;
        };
        PackageItem: {
            /** @enum {string} */
            kind: "filingReport" | "filingForm" | "sealedText" | "electronicText" | "amendmentDecision" | "promulgation" | "explanation" | "basis" | "legalityReview" | "fairCompetitionReview" | "riskAssessment" | "hearingRecord" | "other";
            label: string;
            hint: string;
            basis: string;
            accepts: string[];
            /** @enum {string} */
            required: "always" | "whenApplicable" | "optional";
            applies: boolean;
            materials: {
                id: string;
                file: {
                    id: string;
                    name: string;
                    sizeBytes: number;
                    sha256: string;
                    format: string | null;
                } | null;
                notApplicableReason: string | null;
                referenceNo: string | null;
                note: string | null;
                addedAt: string;
            }[];
        };
        SamenessCheck: {
            id: string;
            /** @enum {string} */
            method: "words" | "awaitingEye" | "byEye";
            note: string | null;
            characters: number;
            differences: (components["schemas"]["SamenessDifference"] & {
                explanation: {
                    text: string;
                    byName: string;
                    at: string;
                } | null;
            })[];
            unexplained: number;
            sealedSha256: string;
            wordSha256: string;
            checkedByName: string;
            checkedAt: string;
        } | null;
        SamenessDifference: {
            place: string;
            sealed: string | null;
            word: string | null;
            changes: {
                /** @enum {string} */
                op: "equal" | "insert" | "delete";
                text: string;
                marks?: string[];
            }[];
            grave: boolean;
        };
        FormalFinding: {
            key: string;
            /** @enum {string} */
            code: "classified" | "duplicate" | "missingMaterial" | "wrongForm" | "wrongLine" | "outOfScope" | "late" | "noPublicationDate" | "dateOrder" | "textsNotCompared" | "textsDiffer";
            /** @enum {string} */
            severity: "must" | "check" | "ok";
            message: string;
            /** @enum {string|null} */
            material: "filingReport" | "filingForm" | "sealedText" | "electronicText" | "amendmentDecision" | "promulgation" | "explanation" | "basis" | "legalityReview" | "fairCompetitionReview" | "riskAssessment" | "hearingRecord" | "other" | null;
            related: string[];
            settled: {
                reason: string;
                byName: string;
                at: string;
            } | null;
        };
        Notice: {
            id: string;
            kind: string;
            title: string;
            body: string;
            link: string | null;
            createdAt: string;
            readAt: string | null;
            deliveries: {
                channel: string;
                at: string;
                outcome: string;
            }[];
        };
        DeadlineRule: {
            key: string;
            label: string;
            amount: number;
            /** @enum {string} */
            unit: "calendarDay" | "workDay" | "month" | "year";
            basis: string;
            confirmed: boolean;
            standing: string;
            reminderDaysBefore: number[];
            onSuspend: string;
            onCorrection: string;
            onInquiry: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

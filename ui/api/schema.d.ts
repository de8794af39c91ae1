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
        /** 登记单位 */
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
                        shortName: string;
                        /** @enum {string} */
                        kind: "government" | "governmentOffice" | "governmentDepartment" | "supervisoryCommission" | "court" | "procuratorate" | "congress" | "standingCommittee" | "legalAffairsCommission" | "specialCommittee" | "workingCommittee" | "generalOffice" | "townshipCongress" | "townshipGovernment" | "party" | "other";
                        /** @enum {string} */
                        level: "province" | "city" | "county" | "township";
                        regionCode: string;
                        /** Format: uuid */
                        parentId: string | null;
                        documentCode: string | null;
                        /** @default true */
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/organs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改单位 */
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
                        name: string;
                        shortName: string;
                        /** @enum {string} */
                        kind: "government" | "governmentOffice" | "governmentDepartment" | "supervisoryCommission" | "court" | "procuratorate" | "congress" | "standingCommittee" | "legalAffairsCommission" | "specialCommittee" | "workingCommittee" | "generalOffice" | "townshipCongress" | "townshipGovernment" | "party" | "other";
                        /** @enum {string} */
                        level: "province" | "city" | "county" | "township";
                        regionCode: string;
                        /** Format: uuid */
                        parentId: string | null;
                        documentCode: string | null;
                        /** @default true */
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description 已修改 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
                /** @description 本级和下属单位的账号，可以设岗位的单位 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: components["schemas"]["Account"][];
                            organs: {
                                id: string;
                                name: string;
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
    "/api/library/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 法规库中的文件种类 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 按效力排列 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kinds: {
                                key: string;
                                label: string;
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
    "/api/library/works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 法规库目录 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    text?: string;
                    kind?: string;
                    issuer?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 按效力、标题排列 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["LibraryWorkRow"][];
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
    "/api/library/works/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件法规：各版本、来源和沿革 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 版本由旧到新 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LibraryWork"];
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
    "/api/library/works/{key}/versions/{dateKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的全文 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                    dateKey: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 全文，逐条 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LibraryVersion"];
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
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 检索法规、文件和登记号 */
        get: {
            parameters: {
                query: {
                    q: string;
                    on?: string;
                    kind?: "work" | "provision";
                    documentKind?: string;
                    status?: "inForce" | "notYetInForce" | "noLongerInForce" | "unknown";
                    sort?: "relevance" | "newest" | "oldest";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 公开的和有权查看的 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchAnswer"];
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
    "/api/library/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 最近的导入 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 新的在前，不带逐个文件的结果 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            runs: components["schemas"]["ImportRun"][];
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
        /** 导入已上传的文件，在后台逐个读取 */
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
                        fileIds: string[];
                        said?: {
                            title?: string;
                            issuer?: string;
                            kind?: string;
                            documentNo?: string;
                            promulgated?: string;
                            effectiveFrom?: string;
                        };
                        publish: boolean;
                    };
                };
            };
            responses: {
                /** @description 已开始；进度另查 */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/library/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次导入的进度和逐个文件的结果 */
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
                /** @description 没有读出的内容逐行列出 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportRun"];
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
    "/api/library/works/{key}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 没有采用的修改草稿 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
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
                            drafts: components["schemas"]["AmendmentDraft"][];
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
        /** 上传修改决定，逐项执行，形成草稿 */
        post: {
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
                    "application/json": components["schemas"]["AmendmentStart"];
                };
            };
            responses: {
                /** @description 草稿；法规库没有变动 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/library/works/{key}/versions/{dateKey}/amendment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这个版本是怎样由修改决定形成的 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                    dateKey: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 不是由修改决定形成的为空 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amendment: components["schemas"]["Amendment"] | null;
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
    "/api/library/amendments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 修改草稿：每一处修改做了什么，前后对照，全文 */
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
                /** @description ETag 是草稿的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Amendment"];
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
        /** 补正条文，填写日期和题注 */
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
                    "application/json": components["schemas"]["AmendmentChange"];
                };
            };
            responses: {
                /** @description 已保存，结果重新算出 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Amendment"];
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
    "/api/library/amendments/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 采用，形成新版本 */
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
                    "application/json": components["schemas"]["AmendmentAcceptance"];
                };
            };
            responses: {
                /** @description 新版本的地址 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workKey: string;
                            dateKey: string;
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
    "/api/library/amendments/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放弃草稿 */
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
                /** @description 已放弃 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            dropped: true;
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
    "/api/library/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任意两个文本逐条对照，同一件或者两件法规 */
        get: {
            parameters: {
                query: {
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    from: string;
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 逐条对照，人工校正过的按校正 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparedVersions"];
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
    "/api/library/comparison/three": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 三个文本逐条对照 */
        get: {
            parameters: {
                query: {
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    from: string;
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    to: string;
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    middle: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 逐条对照，中间的文本同前后两个比 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparedThree"];
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
    "/api/library/comparison-table.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 条文对照表，Word */
        get: {
            parameters: {
                query: {
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    from: string;
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    to: string;
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    middle?: string;
                    changedOnly?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 条文对照表 */
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
    "/api/library/comparison-table.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 条文对照表，PDF */
        get: {
            parameters: {
                query: {
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    from: string;
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    to: string;
                    /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                    middle?: string;
                    changedOnly?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 条文对照表 */
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
    "/api/library/comparison/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 校正条文的对应：对应、拆分、合并、新增、删去 */
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
                        /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                        from: string;
                        /** @description 法规库里的地址 `键:日期`，或者版本的 id */
                        to: string;
                        old: string[];
                        new: string[];
                        /** @default null */
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description 已记录，以后各处的对照都按它 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/library/comparison/corrections/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销一处校正，记录保留 */
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
                /** @description 已撤销 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/library/works/{key}/versions/{dateKey}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补录原先不知道的施行日期、失效日期 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                    dateKey: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        effectiveFrom?: string;
                        effectiveTo?: string;
                        /** @enum {string} */
                        basis: "stated" | "inferred";
                        source: string;
                    };
                };
            };
            responses: {
                /** @description 已记录，文本和地址不变 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/library/works/{key}/same-as": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记为与另一件是同一件法规（改名、换制定机关） */
        post: {
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
                        sameAs: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 已记录，文本和地址不变 */
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
        /** 删除草稿（If-Match） */
        delete: {
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
                /** @description 已删除 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            deleted: true;
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
        options?: never;
        head?: never;
        /** 保存草稿、补正内容（If-Match） */
        patch: {
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
                    "application/json": components["schemas"]["FilingFields"];
                };
            };
            responses: {
                /** @description 保存后的报备 */
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
        trace?: never;
    };
    "/api/filings/{id}/basis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 制定依据核对：引用的旧文本、旧名称、已失效的法和找不到的条文 */
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
                /** @description 只是提示，由人判断；on 是本件日期 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            on: string;
                            hints: components["schemas"]["BasisHint"][];
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
    "/api/filing-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以替哪些机关报备，可以报给谁 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 制定机关和报送对象 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            makers: {
                                id: string;
                                name: string;
                                kind: string;
                                level: string;
                            }[];
                            receivers: {
                                id: string;
                                name: string;
                                kind: string;
                                level: string;
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
    "/api/filing-people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以填为起草人员的人（按姓名、用户名查找） */
        get: {
            parameters: {
                query?: {
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 本单位的在前；查其他单位的至少写两个字 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                id: string;
                                name: string;
                                organs: string[];
                                title: string | null;
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
    "/api/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新建报备 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FilingFields"] & {
                        /** Format: uuid */
                        supersedesId?: string;
                    };
                };
            };
            responses: {
                /** @description 草稿 */
                201: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传材料、换材料，或者写明没有的原因 */
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
                        /** @enum {string} */
                        kind: "filingReport" | "filingForm" | "sealedText" | "electronicText" | "amendmentDecision" | "promulgation" | "explanation" | "basis" | "legalityReview" | "fairCompetitionReview" | "riskAssessment" | "hearingRecord" | "other";
                        /** Format: uuid */
                        fileId?: string;
                        notApplicableReason?: string;
                        referenceNo?: string;
                        note?: string;
                        /** Format: uuid */
                        replacesId?: string;
                    };
                };
            };
            responses: {
                /** @description 保存后的报备 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/materials/{materialId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 去掉材料 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    materialId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 保存后的报备 */
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/sameness/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 说明两种文本不同的原因 */
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
                        index: number;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description 保存后的报备 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/sameness/by-eye": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 扫描件人工核对一致 */
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
                        /** @enum {boolean} */
                        same: true;
                    };
                };
            };
            responses: {
                /** @description 保存后的报备 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 备案登记表、备案报告（提交以前为预览） */
        get: {
            parameters: {
                query?: {
                    paper?: "filingForm" | "filingReport";
                    format?: "pdf" | "docx";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 备案登记表 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
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
    "/api/filings/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交报备（If-Match） */
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
                        /** @default false */
                        wrongLineConfirmed?: boolean;
                    };
                };
            };
            responses: {
                /** @description 保存后的报备 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待接收、待登记、待补正的报备，附程序发现的问题 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    state?: "submitted" | "receiving" | "pendingCorrection" | "overdueCorrection";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 按报送先后 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReceiptPage"];
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
    "/api/receipt/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量登记 */
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
                        filings: {
                            /** Format: uuid */
                            id: string;
                            revision: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 逐件结果 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                id: string;
                                registrationNo: string | null;
                                refused: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipt/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 代录纸质报备 */
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
                        /** Format: uuid */
                        makerOrganId: string;
                        /** @enum {string} */
                        documentKind?: "localRegulation" | "governmentRule" | "normativeDocument" | "resolutionDecision" | "supervisionNormativeDocument" | "courtGuidance" | "procuratorateGuidance" | "partyJointDocument" | "internalManagement" | "appointment" | "oneOffMatter" | "reportOrRequest";
                        title?: string | null;
                        documentNo?: string | null;
                        jointMakers?: {
                            /** Format: uuid */
                            organId: string | null;
                            name: string;
                        }[];
                        unifiedNo?: string | null;
                        draftingOrgan?: string | null;
                        drafterIds?: string[];
                        deliberationMeeting?: string | null;
                        meetingDate?: string | "" | null;
                        promulgated?: string | "" | null;
                        effectiveFrom?: string | "" | null;
                        validUntil?: string | "" | null;
                        validityNote?: string | null;
                        disclosure?: ("主动公开" | "依申请公开" | "不予公开") | "" | null;
                        contactName?: string | null;
                        contactPhone?: string | null;
                        keywords?: string[];
                        traits?: ("amendsEarlierDocument" | "publishedByNotice" | "governmentSide" | "affectsOperators" | "riskAssessed" | "hearingHeld")[];
                        missingReason?: string | null;
                        receivedOn: string;
                        /** @default [] */
                        materials?: {
                            /** @enum {string} */
                            kind: "filingReport" | "filingForm" | "sealedText" | "electronicText" | "amendmentDecision" | "promulgation" | "explanation" | "basis" | "legalityReview" | "fairCompetitionReview" | "riskAssessment" | "hearingRecord" | "other";
                            /** Format: uuid */
                            fileId?: string;
                            note?: string;
                            notApplicableReason?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 已代录，进入形式审查 */
                201: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接收（If-Match） */
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
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 写明形式审查问题的处理（If-Match） */
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
                        key: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接收登记（If-Match） */
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
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回补正（If-Match） */
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
                        items: string[];
                    };
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交补正（If-Match） */
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
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不属于备案范围，退回（If-Match） */
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
                        reason: string;
                        rightAddressee?: string;
                    };
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位报备台账 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    year?: number;
                    state?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 按公布日期从新到旧 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerPage"];
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
    "/api/ledger-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 应报、已报、按期件数和应报未报的文件 */
        get: {
            parameters: {
                query?: {
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 一年的件数 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerSummary"];
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
    "/api/ledger.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出台账 */
        get: {
            parameters: {
                query?: {
                    year?: number;
                    state?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 台账 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    "/api/outcome/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 处理：标注、标准、沟通、计划、答复、文书 */
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
                /** @description 这一件的处理情况 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Outcome"];
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
    "/api/outcome/{id}/no-problem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记未发现问题：四项标准、审查情况记录、告知制定机关（If-Match） */
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
                    "application/json": components["schemas"]["NoProblem"];
                };
            };
            responses: {
                /** @description 已登记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            paperId: string;
                            revision: number;
                            outcome: string;
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
    "/api/outcome/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办结归档（If-Match） */
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
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description 已办结 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            paperId: string;
                            revision: number;
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
    "/api/outcome/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记沟通情况 */
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
                    "application/json": components["schemas"]["ContactInput"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/outcome/{id}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出处理计划 */
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
                    "application/json": components["schemas"]["PlanInput"];
                };
            };
            responses: {
                /** @description 已提出 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/outcome/{id}/plans/{planId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受或者不接受处理计划（If-Match） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    planId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        accept: boolean;
                        /** @default  */
                        reason?: string;
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
                            done: boolean;
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
    "/api/outcome/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 制定机关答复函询、审查意见 */
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
                    "application/json": components["schemas"]["MakerAnswer"];
                };
            };
            responses: {
                /** @description 已答复 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/outcome/{id}/steps/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理的其他步骤（If-Match） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OutcomeStepFields"];
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
                            revision: number;
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
    "/api/outcome/{id}/refile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新报送：按原件形成报备草稿 */
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
                /** @description 草稿 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/outcome/{id}/refile-comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 修改后的文本与标注的文本逐处比对 */
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
                /** @description 逐处标注，再全文 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RefileComparison"];
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
    "/api/outcome/{id}/judgements/{flagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 判断一处问题 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    flagId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["JudgementInput"];
                };
            };
            responses: {
                /** @description 已记下 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FlagJudgement"];
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
    "/api/outcome/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记复核结果（If-Match） */
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
                        /** @enum {string} */
                        unsettled: "putAgain" | "keepForOpinion";
                        /**
                         * @default modified
                         * @enum {string}
                         */
                        outcome?: "modified" | "explained";
                    };
                };
            };
            responses: {
                /** @description 已登记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            resolved: boolean;
                            open: number;
                            revision: number;
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
    "/api/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 送给本单位、要答复的问题 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 先到期的在前 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AnswerRow"][];
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
    "/api/answers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件文件里送给本单位的问题 */
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
                /** @description 问题、答复、期限；ETag 是备案件的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PutToMaker"];
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
    "/api/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文书：等我办的、在办的、已签发的 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    view?: "mine" | "underWay" | "issued" | "all";
                    filingId?: string;
                    projectId?: string;
                    meetingId?: string;
                    planId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文书 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PaperRow"][];
                            next: string | null;
                            total: number | null;
                            counts: {
                                [key: string]: number;
                            };
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
        /** 拟稿：按记录形成文书 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PaperDraft"];
                };
            };
            responses: {
                /** @description 已拟稿 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文书 */
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
                /** @description 文书、签批和现在能办的步骤；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paper"];
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
        /** 修改文书（If-Match） */
        patch: {
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
                    "application/json": components["schemas"]["PaperEdit"];
                };
            };
            responses: {
                /** @description 文书、签批和现在能办的步骤；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paper"];
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
        trace?: never;
    };
    "/api/papers/{id}/steps/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 送核稿、核稿、会签、签发、退回（If-Match） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PaperStepInput"];
                };
            };
            responses: {
                /** @description 文书、签批和现在能办的步骤；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paper"];
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
    "/api/papers/{id}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记用印 */
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
                        fileId: string | null;
                    };
                };
            };
            responses: {
                /** @description 文书、签批和现在能办的步骤；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paper"];
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
    "/api/papers/{id}/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载 Word 或 PDF */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    form: "docx" | "pdf";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文书 */
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
    "/api/projects/{id}/papers-to-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这个项目现在由我拟的文书 */
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
                /** @description 文书种类 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PapersToDraft"];
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
    "/api/projects/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拟稿：按项目的记录形成文书 */
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
                    "application/json": components["schemas"]["ProjectPaperDraft"];
                };
            };
            responses: {
                /** @description 已拟稿 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/projects/{id}/comparison-table/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 两稿之间的条文对照表 */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: string;
                    form: "docx" | "pdf";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文件 */
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
    "/api/projects/{id}/opinion-table/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 意见采纳情况表 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    form: "docx" | "pdf";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文件 */
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
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报请批准的法规：上级收到的，本级报送的 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    projectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 报请批准的法规 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ApprovalRow"][];
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
    "/api/projects/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报请批准（If-Match 用项目的版本标记） */
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
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description 已报送 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次报请批准 */
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
                /** @description 报请批准的材料、意见和结果；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
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
    "/api/approvals/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接收齐全的材料：四个月从这一天起算（If-Match） */
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
                        /** Format: date */
                        receivedOn: string;
                    };
                };
            };
            responses: {
                /** @description 报请批准的材料、意见和结果；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
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
    "/api/approvals/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记列入上级常委会会议议程（If-Match） */
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
                        /** Format: date */
                        on: string;
                    };
                };
            };
            responses: {
                /** @description 报请批准的材料、意见和结果；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
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
    "/api/approvals/{id}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对条文提出审查意见 */
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
                    "application/json": components["schemas"]["ApprovalOpinionInput"];
                };
            };
            responses: {
                /** @description 报请批准的材料、意见和结果；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
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
    "/api/approvals/{id}/opinions/{opinionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复审查意见 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    opinionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description 报请批准的材料、意见和结果；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
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
    "/api/approvals/{id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 记录修改意见：逐条写明条文、原文、修改后、理由（If-Match） */
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
                    "application/json": components["schemas"]["ApprovalAmendments"];
                };
            };
            responses: {
                /** @description 报请批准的材料、意见和结果；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
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
    "/api/approvals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记批准、附修改意见批准、不予批准（If-Match） */
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
                    "application/json": components["schemas"]["ApprovalDecisionInput"];
                };
            };
            responses: {
                /** @description 报请批准的材料、意见和结果；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
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
    "/api/approvals/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回报请批准（If-Match） */
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
                        reason: string;
                        /** @default  */
                        consent?: string;
                    };
                };
            };
            responses: {
                /** @description 报请批准的材料、意见和结果；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
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
    "/api/approvals/{id}/enclosures/{index}/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载报批材料 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    index: number | null;
                    form: "docx" | "pdf";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 材料 */
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
    "/api/projects/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公布：条件、题注、施行日期，公布以后的报送和备案 */
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
                /** @description 公布的条件、公布的情况和报备案 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegulationPublication"];
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
        /** 公布，文本进入法规库（If-Match 用项目的版本标记） */
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
                    "application/json": components["schemas"]["RegulationPublicationInput"];
                };
            };
            responses: {
                /** @description 公布的条件、公布的情况和报备案 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegulationPublication"];
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
    "/api/projects/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记报送上级转报备案 */
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
                        /** Format: date */
                        handedOverOn: string;
                    };
                };
            };
            responses: {
                /** @description 公布的条件、公布的情况和报备案 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegulationPublication"];
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
    "/api/projects/{id}/national-filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记报全国人大常委会和国务院备案 */
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
                        /** Format: date */
                        filedOn: string;
                        /** @default  */
                        filingNo?: string;
                    };
                };
            };
            responses: {
                /** @description 公布的条件、公布的情况和报备案 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegulationPublication"];
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
    "/api/projects/{id}/afterlife": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公布以后的任务，文本要求制定的配套规定 */
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
                /** @description 公布以后 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Afterlife"];
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
        /** 交办贯彻实施、配套规定、实施报告、立法后评估 */
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
                    "application/json": components["schemas"]["AfterlifeTaskInput"];
                };
            };
            responses: {
                /** @description 已交办 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/review/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审查工作台（一次给全） */
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
                /** @description 文件、条文、标准、标注、期限、意见；ETag 是备案件的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workbench"];
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
    "/api/review/{id}/provisions/{eId}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这一条应当对照的上位法条文（判断日有效的版本） */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    id: string;
                    eId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 引用的在前，相近的在后 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RelatedProvisions"];
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
    "/api/review/{id}/provisions/{eId}/superior": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 同一上位法条文在另一版本里的样子 */
        get: {
            parameters: {
                query: {
                    versionId: string;
                    superiorEId: string;
                    asIn: string;
                    on?: string;
                };
                header?: never;
                path: {
                    id: string;
                    eId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 另一版本没有这一条的，eId 为空 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RelatedProvision"];
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
    "/api/review/{id}/comparison/previous": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 与前一版本逐条对照 */
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
                /** @description 前一版本和对照；没有的为空 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparedBeside"];
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
    "/api/review/{id}/comparison/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 与选定的文本逐条对照 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    versionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 选定文本和对照 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparedBeside"];
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
    "/api/review/{id}/parallel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 外地同类文件 */
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
                /** @description 至多三件，名称最相近的在前 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ParallelText"][];
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
    "/api/review/{id}/previous-version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 确认前一版本 */
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
                        /** Format: uuid */
                        versionId: string | null;
                    };
                };
            };
            responses: {
                /** @description 已确认 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
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
    "/api/review/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始审查 */
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
                /** @description 已开始审查 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
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
    "/api/review/{id}/standards/{standard}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 勾选一项标准 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    standard: "constitutionality" | "policy" | "legality" | "propriety";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        result: "noProblem" | "problem";
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description 已勾选，记名 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ticked: true;
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
        /** 取消勾选 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    standard: "constitutionality" | "policy" | "legality" | "propriety";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已取消 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            unticked: true;
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记一条审查笔记 */
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
                        text: string;
                    };
                };
            };
            responses: {
                /** @description 已记下 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            added: true;
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
    "/api/review/{id}/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 分送委员会（审查中为增加分送） */
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
                        organIds: string[];
                        /** @default  */
                        request?: string;
                        /** @default null */
                        dueOn?: string | null;
                        /**
                         * Format: uuid
                         * @default null
                         */
                        reviewerId?: string | null;
                    };
                };
            };
            responses: {
                /** @description 已分送，分送审查函已生成 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            taskIds: string[];
                            revision: number;
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
    "/api/library/works/{key}/versions/{dateKey}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 涉及这个文本的标注，在这个文本里的位置 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                    dateKey: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 没有了结的；只列有权查看审查情况的 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            flags: components["schemas"]["VersionFlag"][];
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
    "/api/review/{id}/flags/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认全部待确认的标注 */
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
                /** @description 已确认的处数 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            confirmed: number;
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
    "/api/review/{id}/flags/ask-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提请审查机构负责人确认标注 */
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
                /** @description 已提请 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            flags: number;
                            told: number;
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
    "/api/review/{id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出标注 */
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
                    "application/json": components["schemas"]["FlagBody"];
                };
            };
            responses: {
                /** @description 已提出 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            flagId: string;
                            number: number;
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
    "/api/review/{id}/flags/{flagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改没有确认的标注 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    flagId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FlagBody"];
                };
            };
            responses: {
                /** @description 已修改 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
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
    "/api/review/{id}/flags/{flagId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认标注 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    flagId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已确认 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
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
    "/api/review/{id}/flags/{flagId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回标注 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    flagId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description 已撤回 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
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
    "/api/committee/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 分送本委员会的文件 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    answered?: "true";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 没有答复的，期限近的在前 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CommitteeTask"][];
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
    "/api/committee/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件分送的文件：要求、全文和标注 */
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
                /** @description ETag 是任务的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommitteeTaskPage"];
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
    "/api/committee/tasks/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出委员会审查意见 */
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
                        opinion: string;
                        /** @default [] */
                        fileIds?: string[];
                    };
                };
            };
            responses: {
                /** @description 已提出 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
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
    "/api/committee/tasks/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 延长委员会审查期限 */
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
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 已延长 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dueOn: string;
                            revision: number;
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
    "/api/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的备案审查数字 */
        get: {
            parameters: {
                query: {
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 本级接收的文件 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FilingStatistics"];
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
    "/api/statistics/below": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下级常委会一年的件数（只读，只有数字） */
        get: {
            parameters: {
                query: {
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 每个常委会一行 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            committees: {
                                organId: string;
                                name: string;
                                level: string;
                                received: number;
                                registered: number;
                                late: number;
                                closed: number;
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
    "/api/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审查队列 */
        get: {
            parameters: {
                query?: {
                    view?: "open" | "mine" | "dueSoon" | "overdue" | "toDistribute" | "county" | "waiting" | "done";
                    kind?: string;
                    maker?: string;
                    mode?: string;
                    state?: string;
                    reviewer?: string;
                    leader?: string;
                    flags?: "any" | "serious" | "none";
                    registeredFrom?: string;
                    registeredTo?: string;
                    text?: string;
                    sort?: "dueOn" | "registeredOn" | "registrationNo" | "title" | "documentNo" | "state" | "mode";
                    direction?: "asc" | "desc";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 按到期日排列 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["QueueItem"][];
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
    "/api/queue/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各视图的件数和自己保存的视图 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 视图 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            views: {
                                view: string;
                                label: string;
                                count: number;
                            }[];
                            saved: {
                                id: string;
                                name: string;
                                query: {
                                    [key: string]: string;
                                };
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
    "/api/queue/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 存为视图 */
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
                        query: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description 已保存 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/queue/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除视图 */
        delete: {
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
                /** @description 已删除 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            deleted: true;
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以承办、牵头的人和可以分送的委员会 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 本级 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reviewers: {
                                id: string;
                                name: string;
                                open: number;
                            }[];
                            leaders: {
                                id: string;
                                name: string;
                            }[];
                            committees: {
                                id: string;
                                name: string;
                            }[];
                            makers: {
                                id: string;
                                name: string;
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
    "/api/queue/recusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这些案件里应当回避的审查人员 */
        get: {
            parameters: {
                query: {
                    cases: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 应当回避的人和原因 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recusals: {
                                filingId: string;
                                personId: string;
                                reason: string;
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
    "/api/queue/distribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 分送（可以多件） */
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
                        cases: {
                            /** Format: uuid */
                            id: string;
                            revision: number;
                        }[];
                        organIds: string[];
                        /** @default  */
                        request?: string;
                        /** @default null */
                        dueOn?: string | null;
                        /**
                         * Format: uuid
                         * @default null
                         */
                        reviewerId?: string | null;
                    };
                };
            };
            responses: {
                /** @description 每件的结果 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchResult"];
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
    "/api/queue/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指定承办人（可以多件） */
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
                        cases: {
                            /** Format: uuid */
                            id: string;
                            revision: number;
                        }[];
                        /** Format: uuid */
                        reviewerId: string;
                    };
                };
            };
            responses: {
                /** @description 每件的结果 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchResult"];
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
    "/api/queue/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始审查（可以多件） */
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
                        cases: {
                            /** Format: uuid */
                            id: string;
                            revision: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 每件的结果 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchResult"];
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
    "/api/filings/{id}/leader": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 确定牵头的主任会议成员 */
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
                        /** Format: uuid */
                        leaderId: string | null;
                    };
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请延长审查期限 */
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
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{id}/extension/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准或者不批准延长 */
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
                        approve: boolean;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description 办理后的记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出清单 */
        get: {
            parameters: {
                query?: {
                    view?: "open" | "mine" | "dueSoon" | "overdue" | "toDistribute" | "county" | "waiting" | "done";
                    kind?: string;
                    maker?: string;
                    mode?: string;
                    state?: string;
                    reviewer?: string;
                    leader?: string;
                    flags?: "any" | "serious" | "none";
                    registeredFrom?: string;
                    registeredTo?: string;
                    text?: string;
                    sort?: "dueOn" | "registeredOn" | "registrationNo" | "title" | "documentNo" | "state" | "mode";
                    direction?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 电子表格 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    "/api/led": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我牵头的 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 在办的在前 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["QueueItem"][];
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
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 今日：到期的、等待他人的、交给我的 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 按本人的岗位 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Today"];
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
    "/api/today/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催一下 */
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
                        key: string;
                    };
                };
            };
            responses: {
                /** @description 已经告诉的人数 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            told: number;
                            who: string;
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
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 立法规划和计划 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 清单 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PlanRow"][];
                            mayCreate: boolean;
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
        /** 新编规划、计划 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPlan"];
                };
            };
            responses: {
                /** @description 已建立 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份规划、计划 */
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
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
    "/api/plans/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 列入项目（If-Match） */
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
                    "application/json": components["schemas"]["PlanItemInput"];
                };
            };
            responses: {
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
    "/api/plan-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改项目（If-Match：计划的版本标记） */
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
                    "application/json": components["schemas"]["PlanItemInput"];
                };
            };
            responses: {
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
        /** 从编制中的计划里去掉项目（If-Match） */
        delete: {
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
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/steps/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理一步（If-Match） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    key: "askProvince" | "recordProvinceReply" | "consultParty" | "skipParty" | "adopt" | "publish";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanStepInput"];
                };
            };
            responses: {
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
    "/api/plans/{id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记计划调整（If-Match） */
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
                    "application/json": components["schemas"]["PlanAdjustmentInput"];
                };
            };
            responses: {
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
    "/api/plan-items/{id}/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交书面说明 */
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
                    "application/json": components["schemas"]["LateExplanationInput"];
                };
            };
            responses: {
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
    "/api/plan-explanations/{id}/consideration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记主任会议对书面说明的意见 */
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
                    "application/json": components["schemas"]["LateExplanationConsideration"];
                };
            };
            responses: {
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
    "/api/plan-items/{id}/project": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 关联立法项目 */
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
                        /** Format: uuid */
                        projectId: string;
                    };
                };
            };
            responses: {
                /** @description 规划、计划；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegislationPlan"];
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
    "/api/plans/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催交书面说明 */
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
                /** @description 已通知 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: number;
                            told: number;
                            notReached: string[];
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
    "/api/plans/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拟计划文书 */
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
                /** @description 文书草稿 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/plans/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出计划目录 */
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
                /** @description xlsx */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会议清单、日历 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    view?: "upcoming" | "past" | "month";
                    kind?: "standingCommittee" | "council" | "lawCommittee" | "committee";
                    month?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 会议 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MeetingRow"][];
                            next: string | null;
                            total: number | null;
                            counts: {
                                upcoming: number;
                                past: number;
                            };
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
        /** 安排会议 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeetingInput"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/meetings/planning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 安排会议：组成人员、材料送达日期 */
        get: {
            parameters: {
                query: {
                    kind?: "standingCommittee" | "council" | "lawCommittee" | "committee";
                    committeeOrganId?: string;
                    startsOn: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 安排会议用 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingPlanning"];
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
    "/api/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次会议 */
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
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
        /** 修改会议基本情况（If-Match） */
        patch: {
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
                    "application/json": components["schemas"]["MeetingEdit"];
                };
            };
            responses: {
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
        trace?: never;
    };
    "/api/meetings/{id}/revision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会议有没有新的记录：版本标记 */
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
                /** @description 每有一项记录就增加 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingRevision"];
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
    "/api/meetings/{id}/steps/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 通知、改期、取消、开会、闭会（If-Match） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    key: "notify" | "move" | "cancel" | "open" | "close";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeetingStepInput"];
                };
            };
            responses: {
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
    "/api/meetings/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 登记出席、请假、列席 */
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
                    "application/json": components["schemas"]["AttendanceInput"];
                };
            };
            responses: {
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
    "/api/meetings/{id}/attendance/{partId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 移出名单 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    partId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以列入议程的项目和决定 */
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
                /** @description 可选项 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgendaChoices"];
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
    "/api/meetings/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 列入议题 */
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
                    "application/json": components["schemas"]["AgendaItemInput"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/meetings/{id}/agenda/{partId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改议题 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    partId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgendaItemInput"];
                };
            };
            responses: {
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
    "/api/meetings/{id}/agenda-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 调整议程顺序 */
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
                    "application/json": components["schemas"]["AgendaOrder"];
                };
            };
            responses: {
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
    "/api/meetings/{id}/agenda/{partId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤下议题 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    partId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ItemWithdrawal"];
                };
            };
            responses: {
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
    "/api/meetings/{id}/agenda/{partId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记议题结果 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    partId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ItemDecision"];
                };
            };
            responses: {
                /** @description 会议；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
    "/api/meetings/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 编入会议文件 */
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
                    "application/json": components["schemas"]["MeetingFileInput"];
                };
            };
            responses: {
                /** @description 已编号 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
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
    "/api/meetings/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记送达 */
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
                    "application/json": components["schemas"]["FileDelivery"];
                };
            };
            responses: {
                /** @description 会议 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
    "/api/meetings/{id}/files/{partId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会议文件 */
        get: {
            parameters: {
                query?: {
                    inline?: "true";
                };
                header?: never;
                path: {
                    id: string;
                    partId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 原件 */
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
    "/api/meetings/{id}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印全部文件（一份 PDF） */
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
                /** @description 全部文件，按编号 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
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
    "/api/meetings/{id}/papers/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 议程、通知、出席情况、简报、审议意见整理、表决结果单 */
        get: {
            parameters: {
                query?: {
                    itemId?: string;
                    voteId?: string;
                    group?: string;
                    on?: string;
                    form?: "docx" | "pdf";
                };
                header?: never;
                path: {
                    id: string;
                    kind: "meetingAgenda" | "meetingNotice" | "attendanceRecord" | "bulletin" | "deliberationOpinions" | "voteResult";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文书 */
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
    "/api/meetings/{id}/papers/{kind}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 编入会议文件 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    kind: "meetingAgenda" | "meetingNotice" | "attendanceRecord" | "bulletin" | "deliberationOpinions" | "voteResult";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeetingPaperChoice"];
                };
            };
            responses: {
                /** @description 已编号 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
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
    "/api/meetings/{id}/papers/{kind}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拟稿 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    kind: "meetingAgenda" | "meetingNotice" | "attendanceRecord" | "bulletin" | "deliberationOpinions" | "voteResult";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        itemId?: string;
                        /** Format: uuid */
                        voteId?: string;
                        group?: string;
                        on?: string;
                    };
                };
            };
            responses: {
                /** @description 已拟稿 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/meetings/{id}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 准备表决 */
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
                    "application/json": components["schemas"]["VotePreparation"];
                };
            };
            responses: {
                /** @description 已准备 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/meetings/{id}/votes/{partId}/steps/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始、结束、宣布、不再表决、写进表决稿、更正 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    partId: string;
                    key: "open" | "close" | "announce" | "drop" | "writeIn" | "correct";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VoteStepInput"];
                };
            };
            responses: {
                /** @description 会议 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
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
    "/api/meetings/{id}/speeches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 发言 */
        get: {
            parameters: {
                query?: {
                    itemId?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 发言 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Speech"][];
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
        /** 登记发言 */
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
                    "application/json": components["schemas"]["SpeechInput"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/meetings/{id}/speeches/{partId}/disposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 意见采纳情况 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    partId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DispositionInput"];
                };
            };
            responses: {
                /** @description 发言 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Speech"][];
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
    "/api/meetings/{id}/agenda/{partId}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审议的文本的条文 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    partId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 条文 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingArticles"];
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
    "/api/filings/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开备案文件，或者撤回公开 */
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
                        publish: boolean;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description 公开情况 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Publication"];
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
    "/api/projects/{id}/consultation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公开征求意见：要公布的材料、已经公布的 */
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
                /** @description 公开征求意见 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectConsultation"];
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
        /** 向社会公布草案，公开征求意见 */
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
                    "application/json": components["schemas"]["ConsultationInput"];
                };
            };
            responses: {
                /** @description 公开征求意见 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectConsultation"];
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
    "/api/projects/{id}/consultation/disposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公布意见采纳情况 */
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
                    "application/json": components["schemas"]["ConsultationDisposition"];
                };
            };
            responses: {
                /** @description 公开征求意见 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectConsultation"];
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
    "/api/projects/{id}/consultation/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤下公布错的征求意见 */
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
                    "application/json": components["schemas"]["ConsultationRevocation"];
                };
            };
            responses: {
                /** @description 公开征求意见 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectConsultation"];
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
    "/api/projects/{id}/hearings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 听证会、论证会、座谈会：要公布的、已经公布的 */
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
                /** @description 听证会、论证会、座谈会 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectHearings"];
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
        /** 公布听证会、论证会、座谈会公告 */
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
                    "application/json": components["schemas"]["HearingInput"];
                };
            };
            responses: {
                /** @description 听证会、论证会、座谈会 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectHearings"];
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
    "/api/hearings/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正公告 */
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
                    "application/json": components["schemas"]["HearingCorrection"];
                };
            };
            responses: {
                /** @description 听证会、论证会、座谈会 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectHearings"];
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
    "/api/hearings/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消会议，或者撤下公布错的公告 */
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
                    "application/json": components["schemas"]["HearingEnding"];
                };
            };
            responses: {
                /** @description 听证会、论证会、座谈会 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectHearings"];
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
    "/api/hearings/{id}/applicants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报名人和参加人 */
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
                /** @description 报名人和参加人 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HearingApplicants"];
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
    "/api/hearings/{id}/applicants.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出报名表 */
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
                /** @description xlsx */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    "/api/hearings/{id}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确定参加人 */
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
                    "application/json": components["schemas"]["HearingChoosing"];
                };
            };
            responses: {
                /** @description 报名人和参加人 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HearingApplicants"];
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
    "/api/hearings/{id}/telling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 告知报名人 */
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
                    "application/json": components["schemas"]["HearingTelling"];
                };
            };
            responses: {
                /** @description 报名人和参加人 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HearingApplicants"];
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
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 立法项目清单 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    view?: "open" | "mine" | "overdue" | "closed" | "all";
                    phase?: "调研论证" | "起草" | "政府审查" | "一审和征求意见" | "统一审议" | "再审和表决" | "报请批准" | "公布施行" | "已结束";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 清单 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ProjectRow"][];
                            next: string | null;
                            total: number | null;
                            counts: {
                                [key: string]: number;
                            };
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
        /** 申报立项 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewProject"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/projects/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 立项时可选的单位、人员和计划项目 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 可选项 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectChoices"];
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
    "/api/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件立法项目，附本人现在能办的步骤和表单 */
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
                /** @description 立法项目；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Project"];
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
        /** 修改项目资料和计划日期（If-Match） */
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
                    "application/json": components["schemas"]["ProjectEdit"];
                };
            };
            responses: {
                /** @description 立法项目；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Project"];
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
    "/api/projects/{id}/steps/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理一步：表单栏目和文件（If-Match） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectStepInput"];
                };
            };
            responses: {
                /** @description 立法项目；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Project"];
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
    "/api/projects/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 项目文件，替换过的也在 */
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
                /** @description 文件 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ProjectDocument"][];
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
        /** 提交或者替换文件 */
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
                    "application/json": components["schemas"]["ProjectDocumentInput"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/projects/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 增加参加的单位和人员 */
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
                    "application/json": components["schemas"]["ProjectMemberInput"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/projects/{id}/members/{memberId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不再参加 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectMemberEnd"];
                };
            };
            responses: {
                /** @description 已登记 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全程记录 */
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
                /** @description 由近及远 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ProjectHistoryEntry"][];
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
    "/api/projects/{id}/history/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出全程记录 */
        get: {
            parameters: {
                query?: {
                    form?: "xlsx" | "docx";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 全程记录 */
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
    "/api/projects/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各阶段计划、实际、预计和法定日期 */
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
                /** @description 时间线 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectTimeline"];
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
    "/api/projects/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 调研发现、来源、外地和上位法文本 */
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
                /** @description 调研 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ResearchFinding"][];
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
        /** 登记调研发现 */
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
                    "application/json": components["schemas"]["ResearchFindingInput"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/projects/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 外地法规、上位法同本项目草案逐条对照 */
        get: {
            parameters: {
                query: {
                    from: string;
                    middle?: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 两个或者三个文本的对照 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparedResearch"];
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
    "/api/projects/{id}/findings/{findingId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 移出误列的法规 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    findingId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResearchFindingRemoval"];
                };
            };
            responses: {
                /** @description 已移出 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 上级交办和立法项目的任务 */
        get: {
            parameters: {
                query?: {
                    view?: "open" | "mine" | "overdue" | "done";
                    projectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 任务 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ProjectTask"][];
                            counts: {
                                [key: string]: number;
                            };
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
        /** 登记任务 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectTaskInput"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/project-tasks/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复任务（If-Match） */
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
                    "application/json": components["schemas"]["ProjectTaskAnswer"];
                };
            };
            responses: {
                /** @description 已登记 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project-tasks/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办结任务（If-Match） */
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
                        /** @default null */
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description 已登记 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审查建议、审查要求清单 */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    view?: "open" | "received" | "reviewing" | "toAnswer" | "demands" | "done";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 清单 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SuggestionRow"][];
                            next: string | null;
                            total: number | null;
                            counts: {
                                [key: string]: number;
                            };
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
        /** 登记来信、审查要求、移送 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SuggestionEntry"];
                };
            };
            responses: {
                /** @description 已登记 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            receiptNo: string;
                            followCode: string;
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
    "/api/suggestions/proposers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以提出审查要求的机关 */
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
                            items: {
                                id: string;
                                name: string;
                                demand: boolean;
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
    "/api/suggestions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件审查建议 */
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
                /** @description 审查建议、审查要求；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suggestion"];
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
    "/api/suggestions/{id}/steps/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理一步（If-Match） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SuggestionStepInput"];
                };
            };
            responses: {
                /** @description 审查建议、审查要求；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suggestion"];
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
    "/api/suggestions/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 关联备案文件（If-Match） */
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
                        filingId: string;
                    };
                };
            };
            responses: {
                /** @description 审查建议、审查要求；ETag 是修改用的版本标记 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suggestion"];
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
    "/api/suggestions/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拟告知书、移送函、答复 */
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
                        kind: string;
                    };
                };
            };
            responses: {
                /** @description 已拟稿 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/projects/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 立法项目的草案 */
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
                /** @description 草案的 id，还没有的为空 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string | null;
                            may: {
                                create: boolean;
                            };
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
        /** 建立草案：上传文件、某一稿、法规库文本、空白 */
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
                    "application/json": components["schemas"]["DraftStart"];
                };
            };
            responses: {
                /** @description 已建立；problems 是没有读准、要人核对的地方 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            articleCount: number;
                            problems: {
                                line: number;
                                message: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 草案工作稿 */
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
                /** @description 文档、版本、在场的人、占用的条文 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Draft"];
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
    "/api/drafts/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某一版本之后的修改 */
        get: {
            parameters: {
                query?: {
                    since?: number | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 按次序，最多 1000 步；没有到 version 的接着取 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftStepsSince"];
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
        /** 送达修改；同一批重发只算一次 */
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
                    "application/json": components["schemas"]["DraftSteps"];
                };
            };
            responses: {
                /** @description 已收到，现在的版本 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            repeated: boolean;
                            at: string | null;
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
    "/api/drafts/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 草案的动静：新版本、在场、占用（server-sent events） */
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
                /** @description 事件流 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
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
    "/api/drafts/{id}/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 在场的人、占用的条文、现在能做什么 */
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
                /** @description 在场和占用 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftCompany"];
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
    "/api/drafts/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 我在哪里 */
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
                        clientId: string;
                        articleKey: string | null;
                        anchor: number | null;
                        head: number | null;
                        version: number | null;
                    };
                };
            };
            responses: {
                /** @description 已记录 */
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
    "/api/drafts/{id}/presence/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 离开草案，释放占用 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    clientId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已记录 */
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/leases/{articleKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 占用一条，或者续占 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    articleKey: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clientId: string;
                    };
                };
            };
            responses: {
                /** @description 已占用，到期前续占 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArticleLease"];
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
        /** 释放一条 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    articleKey: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已记录 */
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/leases/{articleKey}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 请占用的人释放 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    articleKey: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/leases/{articleKey}/break": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除他人的占用，记录原因 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    articleKey: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 已记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/tracked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并入 Word 文件里的修订，作为各作者的修订 */
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
                    "application/json": components["schemas"]["TrackedFile"];
                };
            };
            responses: {
                /** @description 已并入；written 为 false 的没有写入：文件的底稿与工作稿有不同，confirm 后只并入相同的条 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportedChanges"];
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
    "/api/drafts/{id}/texts/working/tracked.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出工作稿，未决修订作为 Word 的修订 */
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
                /** @description 工作稿：全部接受就是工作稿，全部拒绝就是修订前的文本 */
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
    "/api/drafts/{id}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 草案的各稿 */
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
                /** @description 各稿，从早到晚 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftSnapshots"];
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
        /** 留存一稿，以后不能改动 */
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
                    "application/json": components["schemas"]["DraftSnapshotInput"];
                };
            };
            responses: {
                /** @description 已留存 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            seq: number;
                            label: string;
                            version: number;
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
    "/api/drafts/{id}/texts/{which}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某一稿或者工作稿的文本 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    which: "working" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文本 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftText"];
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
    "/api/drafts/{id}/snapshots/{snapshotId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 工作稿恢复为某一稿，作为新的修改 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    snapshotId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 已恢复；恢复前的文本另存了一稿 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            steps: number;
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
    "/api/drafts/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 两稿逐条对照 */
        get: {
            parameters: {
                query: {
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    from: "working" | string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    to: "working" | string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 逐条对照 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparedDraftTexts"];
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
    "/api/drafts/{id}/comparison/three": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 三稿逐条对照 */
        get: {
            parameters: {
                query: {
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    from: "working" | string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    to: "working" | string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    middle: "working" | string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 逐条对照 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparedThreeDraftTexts"];
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
    "/api/drafts/{id}/comparison-table.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 条文对照表，Word */
        get: {
            parameters: {
                query: {
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    from: "working" | string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    to: "working" | string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    middle?: "working" | string;
                    changedOnly?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 条文对照表 */
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
    "/api/drafts/{id}/comparison-table.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 条文对照表，PDF */
        get: {
            parameters: {
                query: {
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    from: "working" | string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    to: "working" | string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    middle?: "working" | string;
                    changedOnly?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 条文对照表 */
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
    "/api/drafts/{id}/texts/{which}/text.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出文本，Word */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    which: "working" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文本，每页有导出人和日期 */
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
    "/api/drafts/{id}/texts/{which}/text.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出文本，纯文本 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description 某一稿的 id，或者 working（工作稿） */
                    which: "working" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 文本，首行有导出人和日期 */
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
    "/api/drafts/{id}/authorship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 修订出自谁手 */
        get: {
            parameters: {
                query?: {
                    version?: number | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 逐处，按文档位置 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftAuthorship"];
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
    "/api/drafts/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 批注 */
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
                /** @description 批注和回复 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftComments"];
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
        /** 加批注 */
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
                    "application/json": components["schemas"]["DraftCommentInput"];
                };
            };
            responses: {
                /** @description 已记录 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/drafts/{id}/comments/{commentId}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回复批注 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    commentId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description 已记录 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/drafts/{id}/comments/{commentId}/resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 批注已处理，或者重新打开（If-Match） */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    commentId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        resolved: boolean;
                    };
                };
            };
            responses: {
                /** @description 已记录 */
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
    "/api/drafts/{id}/ignores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 此处不提示的记录 */
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
                /** @description 不提示的地方和理由 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LintIgnores"];
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
        /** 此处不提示，写明理由 */
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
                    "application/json": components["schemas"]["LintIgnoreInput"];
                };
            };
            responses: {
                /** @description 已记录 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
    "/api/drafts/{id}/ignores/{ignoreId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复提示 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    ignoreId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已记录 */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/articles/{articleKey}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 为何这样写：一条的全部改动 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    articleKey: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 改动、各稿的文字、意见和会议 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArticleHistory"];
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
    "/api/drafts/{id}/articles/{articleKey}/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 写明一次改动的来由 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    articleKey: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeReasonInput"];
                };
            };
            responses: {
                /** @description 已记录 */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
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
            remarks: {
                line: number;
                code: string;
                message: string;
            }[];
            insertions: number;
            deletions: number;
            hiddenPassages: number;
        };
        LibraryWorkRow: {
            key: string;
            title: string;
            issuer: string;
            collection: string | null;
            kind: string;
            kindLabel: string;
            versions: number;
            internal: boolean;
            unknownDates: number;
            current: {
                dateKey: string;
                documentNo: string | null;
                effectiveFrom: string | null;
                effectiveTo: string | null;
                /** @enum {string} */
                standing: "inForce" | "ended" | "notYet" | "unknown";
            } | null;
        };
        LibraryWork: {
            key: string;
            title: string;
            issuer: string;
            kind: string;
            kindLabel: string;
            mayCorrect: boolean;
            sameAs: {
                key: string;
                title: string;
            }[];
            versions: components["schemas"]["LibraryVersionRow"][];
        };
        LibraryVersionRow: {
            workKey: string;
            dateKey: string;
            title: string;
            issuer: string;
            documentNo: string | null;
            adopted: string | null;
            approved: string | null;
            promulgated: string | null;
            effectiveFrom: string | null;
            effectiveBasis: string;
            effectiveTo: string | null;
            endReason: string | null;
            /** @enum {string} */
            standing: "inForce" | "ended" | "notYet" | "unknown";
            articleCount: number;
            public: boolean;
            corrects: boolean;
            sourceNote: string | null;
            sources: components["schemas"]["VersionSource"][];
            lineage: {
                fromDateKey: string;
                counts: {
                    relation: string;
                    count: number;
                }[];
            } | null;
        };
        VersionSource: {
            /** @enum {string} */
            kind: "text" | "decision";
            fileId: string;
            name: string;
            sha256: string;
            sizeBytes: number;
            format: string | null;
            addedAt: string;
            problems: {
                line: number;
                code: string;
                message: string;
            }[];
            differences: {
                /** @enum {string} */
                op: "equal" | "insert" | "delete";
                text: string;
            }[];
        };
        LibraryVersion: {
            workKey: string;
            dateKey: string;
            title: string;
            issuer: string;
            documentNo: string | null;
            adopted: string | null;
            approved: string | null;
            promulgated: string | null;
            effectiveFrom: string | null;
            effectiveBasis: string;
            effectiveTo: string | null;
            endReason: string | null;
            /** @enum {string} */
            standing: "inForce" | "ended" | "notYet" | "unknown";
            articleCount: number;
            public: boolean;
            corrects: boolean;
            sourceNote: string | null;
            text: {
                [key: string]: unknown;
            };
        };
        SearchAnswer: {
            on: string;
            hits: {
                id: string;
                /** @enum {string} */
                kind: "work" | "provision";
                workKey: string;
                workTitle: string;
                dateKey: string;
                title: string;
                number: string;
                anchor: string | null;
                issuer: string;
                documentKind: string;
                documentKindLabel: string;
                documentNumber: string | null;
                validFrom: string | null;
                validTo: string | null;
                /** @enum {string} */
                status: "inForce" | "notYetInForce" | "noLongerInForce" | "unknown";
                statusLabel: string;
                public: boolean;
                titleSegments: {
                    text: string;
                    marked: boolean;
                }[];
                snippet: {
                    text: string;
                    marked: boolean;
                }[];
            }[];
            total: number;
            next: string | null;
            alsoSearched: {
                from: string;
                to: string[];
            }[];
            simplified: string | null;
            degraded: string | null;
            cases: {
                id: string;
                registrationNo: string | null;
                title: string;
                documentNo: string;
                maker: string;
                internal: boolean;
            }[];
        };
        ImportRun: {
            id: string;
            startedAt: string;
            finishedAt: string | null;
            source: string;
            total: number;
            done: number;
            stored: number;
            failed: number;
            results: components["schemas"]["ImportedText"][];
        };
        ImportedText: {
            file: string;
            /** @enum {string} */
            status: "stored" | "sameText" | "otherText" | "fileOnly" | "refused";
            workKey: string | null;
            dateKey: string | null;
            title: string | null;
            articles: number;
            message: string | null;
            unknown: string[];
            problems: {
                line: number;
                code: string;
                message: string;
            }[];
            /** @default [] */
            remarks: {
                line: number;
                code: string;
                message: string;
            }[];
        };
        AmendmentStart: {
            baseDateKey: string;
            /** Format: uuid */
            fileId: string;
        };
        AmendmentDraft: {
            id: string;
            decisionTitle: string;
            base: {
                effectiveFrom: string | null;
                adopted: string | null;
            };
            startedBy: string;
            changedAt: string;
        };
        Amendment: {
            id: string;
            revision: number;
            /** @enum {string} */
            state: "draft" | "accepted" | "dropped";
            workKey: string;
            workTitle: string;
            base: {
                workKey: string;
                dateKey: string;
                title: string;
                effectiveFrom: string | null;
                adopted: string | null;
                public: boolean;
            };
            decision: {
                title: string;
                fileId: string;
                fileName: string;
                sha256: string;
                sizeBytes: number;
                problems: {
                    line: number;
                    code: string;
                    message: string;
                }[];
                lines: string[];
            };
            report: {
                algorithm: string;
                instructions: {
                    index: number;
                    line: number;
                    text: string;
                    place: string;
                    does: string;
                    /** @enum {string} */
                    status: "applied" | "failed";
                    note: string | null;
                    reason: {
                        code: string;
                        message: string;
                    } | null;
                    changed: {
                        before: string | null;
                        after: string | null;
                    }[];
                    oldIds: string[];
                    newIds: string[];
                }[];
                problems: {
                    line: number;
                    code: string;
                    message: string;
                }[];
                unnamed: {
                    oldLabels: string[];
                    newLabels: string[];
                    oldIds: string[];
                    newIds: string[];
                    /** @enum {string} */
                    what: "number" | "reference" | "everywhere" | "byHand" | "words";
                }[];
            };
            settlements: {
                index: number;
                reason: string;
                by: string;
                byName: string;
                at: string;
            }[];
            handWritten: {
                articleId: string;
                text: string | null;
                intoNext: boolean;
                by: string;
                byName: string;
                at: string;
            }[];
            articles: {
                id: string;
                number: string;
                source: string;
                before: string | null;
                next: string | null;
            }[];
            comparison: {
                [key: string]: unknown;
            };
            text: {
                [key: string]: unknown;
            };
            digest: string;
            adopted: {
                value: string | null;
                proposal: string | null;
                words: string;
                /** @enum {string} */
                basis: "stated" | "inferred" | "unknown";
            };
            effectiveFrom: {
                value: string | null;
                proposal: string | null;
                words: string;
                /** @enum {string} */
                basis: "stated" | "inferred" | "unknown";
            };
            note: {
                value: string | null;
                base: string;
                proposal: string | null;
            };
            publish: boolean;
            startedBy: string;
            startedAt: string;
            changedAt: string;
            endedBy: string | null;
            endedAt: string | null;
            missing: string[];
            version: {
                workKey: string;
                dateKey: string;
                title: string;
                effectiveFrom: string | null;
                adopted: string | null;
                public: boolean;
            } | null;
        };
        AmendmentChange: {
            adopted: string | null;
            effectiveFrom: string | null;
            note: string | null;
            publish: boolean;
            handWritten: {
                articleId: string;
                text: string | null;
                intoNext: boolean;
            }[];
            settlements: {
                index: number;
                reason: string;
            }[];
        };
        AmendmentAcceptance: {
            digest: string;
        };
        ComparedVersions: {
            from: components["schemas"]["ComparedSide"];
            to: components["schemas"]["ComparedSide"];
            mayCorrect: boolean;
            algorithm: string;
            algorithmNow: string;
            corrections: components["schemas"]["AlignmentCorrection"][];
            comparison: {
                [key: string]: unknown;
            };
        };
        ComparedSide: {
            workKey: string;
            dateKey: string;
            title: string;
            issuer: string;
            documentNo: string | null;
            adopted: string | null;
            approved: string | null;
            promulgated: string | null;
            effectiveFrom: string | null;
            effectiveBasis: string;
            effectiveTo: string | null;
            endReason: string | null;
            /** @enum {string} */
            standing: "inForce" | "ended" | "notYet" | "unknown";
            articleCount: number;
            public: boolean;
            corrects: boolean;
            sourceNote: string | null;
            id: string;
            address: string;
            versions: {
                workKey: string;
                dateKey: string;
                title: string;
                issuer: string;
                documentNo: string | null;
                adopted: string | null;
                approved: string | null;
                promulgated: string | null;
                effectiveFrom: string | null;
                effectiveBasis: string;
                effectiveTo: string | null;
                endReason: string | null;
                /** @enum {string} */
                standing: "inForce" | "ended" | "notYet" | "unknown";
                articleCount: number;
                public: boolean;
                corrects: boolean;
                sourceNote: string | null;
                id: string;
                address: string;
            }[];
        };
        AlignmentCorrection: {
            id: string;
            old: string[];
            new: string[];
            note: string | null;
            byName: string;
            at: string;
            undone: {
                byName: string;
                at: string;
            } | null;
        };
        ComparedThree: {
            from: components["schemas"]["ComparedSide"];
            middle: components["schemas"]["ComparedSide"];
            to: components["schemas"]["ComparedSide"];
            algorithms: string[];
            comparison: {
                [key: string]: unknown;
            };
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
                id: string | null;
                name: string;
            }[];
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
            suspendedUntil: string | null;
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
            papers: {
                id: string;
                kind: string;
                label: string;
                title: string;
                number: string | null;
                issuedOn: string | null;
                docxFileId: string | null;
                pdfFileId: string | null;
            }[];
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
        BasisHint: {
            /** @enum {string} */
            kind: "ended" | "notYet" | "renamed" | "olderText" | "noArticle";
            sentence: string;
            places: string[];
            articleIds: string[];
        };
        FilingFields: {
            /** Format: uuid */
            makerOrganId?: string;
            /** Format: uuid */
            receiverOrganId?: string;
            /** @enum {string} */
            documentKind?: "localRegulation" | "governmentRule" | "normativeDocument" | "resolutionDecision" | "supervisionNormativeDocument" | "courtGuidance" | "procuratorateGuidance" | "partyJointDocument" | "internalManagement" | "appointment" | "oneOffMatter" | "reportOrRequest";
            title?: string | null;
            documentNo?: string | null;
            jointMakers?: {
                /** Format: uuid */
                organId: string | null;
                name: string;
            }[];
            unifiedNo?: string | null;
            draftingOrgan?: string | null;
            drafterIds?: string[];
            deliberationMeeting?: string | null;
            meetingDate?: string | "" | null;
            promulgated?: string | "" | null;
            effectiveFrom?: string | "" | null;
            validUntil?: string | "" | null;
            validityNote?: string | null;
            disclosure?: ("主动公开" | "依申请公开" | "不予公开") | "" | null;
            contactName?: string | null;
            contactPhone?: string | null;
            keywords?: string[];
            traits?: ("amendsEarlierDocument" | "publishedByNotice" | "governmentSide" | "affectsOperators" | "riskAssessed" | "hearingHeld")[];
            missingReason?: string | null;
        };
        ReceiptPage: {
            items: components["schemas"]["ReceiptItem"][];
            next: string | null;
            total: number | null;
        };
        ReceiptItem: {
            id: string;
            revision: number;
            title: string;
            documentNo: string;
            maker: {
                id: string;
                name: string;
            };
            documentKind: string;
            submittedOn: string | null;
            promulgated: string | null;
            onPaper: boolean;
            state: components["schemas"]["CaseState"];
            deadline: components["schemas"]["Deadline"];
            findings: components["schemas"]["FormalFinding"][];
            mustCount: number;
            clean: boolean;
        };
        LedgerPage: {
            items: components["schemas"]["LedgerItem"][];
            next: string | null;
            total: number | null;
        };
        LedgerItem: {
            id: string;
            documentNo: string;
            title: string;
            documentKind: string;
            maker: string;
            receiver: string;
            promulgated: string | null;
            dueOn: string | null;
            submittedOn: string | null;
            registrationNo: string | null;
            state: components["schemas"]["CaseState"];
            remark: string;
            late: boolean;
        };
        LedgerSummary: {
            year: number;
            due: number;
            filed: number;
            onTime: number;
            unfiled: {
                versionId: string;
                title: string;
                documentNo: string | null;
                promulgated: string;
                dueOn: string | null;
                remaining: string | null;
            }[];
        };
        Outcome: {
            flags: components["schemas"]["OutcomeFlag"][];
            ticks: {
                /** @enum {string} */
                standard: "constitutionality" | "policy" | "legality" | "propriety";
                label: string;
                result: string | null;
                byName: string | null;
                note: string | null;
            }[];
            committeesOutstanding: string[];
            contacts: components["schemas"]["MakerContact"][];
            plans: components["schemas"]["CorrectionPlan"][];
            replies: components["schemas"]["MakerReply"][];
            papers: {
                id: string;
                kind: string;
                title: string;
                state: string;
                number: string | null;
                issuedOn: string | null;
            }[];
            replyRules: {
                key: string;
                amount: number;
                unit: string;
                basis: string;
            }[];
            refiled: {
                id: string;
                title: string;
                registrationNo: string | null;
            }[];
        };
        OutcomeFlag: {
            id: string;
            number: number;
            articleLabel: string;
            /** @enum {string} */
            standard: "constitutionality" | "policy" | "legality" | "propriety" | "other";
            standardLabel: string;
            codeLabel: string;
            reason: string;
            suggestion: string;
            superior: string;
            state: {
                id: string;
                label: string;
            };
            /** @enum {string} */
            outlet: "reviewOpinion" | "upwardReport";
            makerAnswer: string | null;
            judgement: components["schemas"]["FlagJudgement"] | null;
        };
        FlagJudgement: {
            refiledId: string | null;
            /** @enum {string} */
            finding: "unchanged" | "changed" | "deleted" | "notFound" | "answered";
            /** @default null */
            algorithm: string | null;
            /** @enum {string} */
            verdict: "resolved" | "partly" | "unresolved" | "justified";
            note: string;
            by: string;
            byName: string;
            at: string;
        };
        MakerContact: {
            id: string;
            method: string;
            methodLabel: string;
            on: string;
            attendees: string;
            summary: string;
            result: string | null;
            files: {
                id: string;
                name: string;
                sizeBytes: number;
                sha256: string;
            }[];
            shared: boolean;
            by: string;
        };
        CorrectionPlan: {
            id: string;
            text: string;
            dueOn: string;
            state: string;
            stateLabel: string;
            files: {
                id: string;
                name: string;
                sizeBytes: number;
                sha256: string;
            }[];
            offeredAt: string;
        };
        MakerReply: {
            id: string;
            text: string;
            position: string;
            positionLabel: string;
            files: {
                id: string;
                name: string;
                sizeBytes: number;
                sha256: string;
            }[];
            repliedAt: string;
            by: string;
            answers: {
                flagId: string | null;
                question: string | null;
                text: string;
                positionLabel: string | null;
            }[];
        };
        NoProblem: {
            /** @default {} */
            ticks: {
                constitutionality?: string;
                policy?: string;
                legality?: string;
                propriety?: string;
            };
            /** @default  */
            note: string;
            /** @default  */
            notWaitingReason: string;
        };
        ContactInput: {
            /** @enum {string} */
            method: "phone" | "meeting" | "letter" | "visit" | "formalTalk" | "seminar" | "hearing" | "heardAtMeeting";
            on: string;
            attendees: string;
            summary: string;
            /** @default  */
            result: string;
            /** @default [] */
            fileIds: string[];
            /** @default false */
            sharedWithMaker: boolean;
            /** @default false */
            negotiates: boolean;
        };
        PlanInput: {
            text: string;
            dueOn: string;
            /** @default [] */
            fileIds: string[];
        };
        MakerAnswer: {
            text: string;
            flags: {
                /** Format: uuid */
                flagId: string;
                text: string;
                /** @enum {string} */
                position: "willModify" | "willRepeal" | "explains" | "refused";
            }[];
            questions: string[];
            fileIds: string[];
        };
        OutcomeStepFields: {
            reason?: string;
            /** @enum {string} */
            outcome?: "repealed";
            repealDocument?: string;
            committeeMeeting?: string;
            vote?: string;
            haltedProvisions?: string;
            haltedOn?: string | "";
            note?: string;
            notWaitingReason?: string;
        };
        RefileComparison: {
            caseId: string;
            revision: number;
            caseState: string;
            mayJudge: boolean;
            old: {
                filingId: string;
                title: string;
                documentNo: string;
                registrationNo: string | null;
                promulgated: string | null;
                submittedOn: string | null;
                versionId: string;
                state: string;
            };
            new: {
                filingId: string;
                title: string;
                documentNo: string;
                registrationNo: string | null;
                promulgated: string | null;
                submittedOn: string | null;
                versionId: string;
                state: string;
            };
            flags: components["schemas"]["RefiledFlag"][];
            papers: {
                id: string;
                label: string;
                number: string | null;
                on: string | null;
            }[];
            comparison: Record<string, never>;
            algorithm: string;
        };
        RefiledFlag: {
            id: string;
            number: number;
            articleLabel: string;
            articleId: string;
            quote: string;
            standardLabel: string;
            codeLabel: string;
            suggestion: string;
            superior: string;
            state: {
                id: string;
                label: string;
            };
            makerAnswer: string | null;
            /** @enum {string} */
            finding: "unchanged" | "changed" | "deleted" | "notFound";
            newArticleId: string | null;
            newArticleNumber: string | null;
            movedElsewhere: boolean;
            contextChanged: boolean;
            changes: Record<string, never>;
            judgement: components["schemas"]["FlagJudgement"] | null;
        };
        JudgementInput: {
            /** Format: uuid */
            refiledId: string | null;
            /** @enum {string} */
            finding: "unchanged" | "changed" | "deleted" | "notFound" | "answered";
            /** @default null */
            algorithm: string | null;
            /** @enum {string} */
            verdict: "resolved" | "partly" | "unresolved" | "justified";
            /** @default  */
            note: string;
        };
        AnswerRow: {
            id: string;
            title: string;
            documentNo: string;
            registrationNo: string | null;
            receiverName: string;
            state: {
                id: string;
                label: string;
                sign: string;
            };
            put: string;
            putOn: string | null;
            deadline: components["schemas"]["Deadline"] | null;
            open: boolean;
        };
        PutToMaker: {
            id: string;
            title: string;
            documentNo: string;
            registrationNo: string | null;
            receiverName: string;
            state: {
                id: string;
                label: string;
                sign: string;
            };
            revision: number;
            papers: {
                id: string;
                label: string;
                title: string;
                number: string | null;
                issuedOn: string | null;
                replyDueOn: string | null;
            }[];
            flags: components["schemas"]["PutFlag"][];
            questions: string[];
            contacts: components["schemas"]["MakerContact"][];
            plans: components["schemas"]["CorrectionPlan"][];
            replies: components["schemas"]["MakerReply"][];
            deadlines: components["schemas"]["Deadline"][];
            may: ("answer" | "plan" | "halt" | "refile")[];
            outcome: string | null;
            haltedOn: string | null;
            haltNotice: string | null;
            refiled: {
                id: string;
                title: string;
                registrationNo: string | null;
            }[];
        };
        PutFlag: {
            id: string;
            number: number;
            state: string;
            articleLabel: string;
            quote: string;
            standardLabel: string;
            codeLabel: string;
            superior: string;
            superiorQuote: string;
            reason: string;
            suggestion: string;
            makerAnswer: string | null;
            standing: string;
        };
        PaperRow: {
            id: string;
            kind: string;
            label: string;
            title: string;
            state: {
                id: string;
                label: string;
                sign: string;
            };
            number: string | null;
            recipient: string | null;
            issuedOn: string | null;
            replyDueOn: string | null;
            draftedBy: string | null;
            updatedAt: string;
            filing: {
                id: string;
                title: string;
                registrationNo: string | null;
            } | null;
            project: {
                id: string;
                title: string;
            } | null;
            meeting: {
                id: string;
                title: string;
            } | null;
            asked: string;
        };
        PaperDraft: {
            /** Format: uuid */
            filingId: string;
            /** @enum {string} */
            kind: "inquiryLetter" | "reminderLetter" | "reviewStudy" | "reviewOpinion" | "annulmentMotion" | "annulmentDecision" | "orderToFix" | "upwardReport" | "circularNotice";
            flagIds?: string[];
            questions?: string[];
            values?: {
                [key: string]: string;
            };
        };
        Paper: {
            id: string;
            revision: number;
            kind: string;
            label: string;
            state: {
                id: string;
                label: string;
                sign: string;
                phase: string;
            };
            title: string;
            recipient: string | null;
            number: string | null;
            issuedOn: string | null;
            issuedBy: string | null;
            replyDueOn: string | null;
            draftNo: number;
            filing: {
                id: string;
                title: string;
                documentNo: string;
                registrationNo: string | null;
                makerName: string;
            } | null;
            suggestionId: string | null;
            project: {
                id: string;
                title: string;
            } | null;
            meeting: {
                id: string;
                title: string;
            } | null;
            plan: {
                id: string;
                title: string;
            } | null;
            content: components["schemas"]["PaperContent"];
            sheet: components["schemas"]["PaperSheet"];
            source: components["schemas"]["PaperContent"] | null;
            passages: components["schemas"]["PaperPassage"][];
            flags: {
                id: string;
                number: number;
                articleLabel: string;
                standardLabel: string;
                codeLabel: string;
                superior: string;
                unverified: boolean;
            }[];
            steps: {
                step: string;
                label: string;
                by: string;
                at: string;
                opinion: string | null;
            }[];
            countersigners: {
                organId: string;
                name: string;
                by: string | null;
                byName: string | null;
                at: string | null;
                opinion: string | null;
            }[];
            committees: {
                id: string;
                name: string;
            }[];
            route: {
                checks: string;
                countersigns: string;
                signs: string;
                decidedBy: string | null;
                numbered: boolean;
            };
            actions: components["schemas"]["PaperAction"][];
            mayEdit: {
                words: boolean;
                passages: boolean;
            };
            maySeal: boolean;
            sealed: {
                fileId: string;
                on: string;
            } | null;
            deadline: components["schemas"]["Deadline"] | null;
        };
        PaperContent: {
            redHead?: string;
            documentNo?: string;
            signers?: string[];
            /** @default  */
            title: string;
            recipient?: string;
            /** @default [] */
            body: components["schemas"]["PaperBlock"][];
            attachments?: string[];
            signature?: {
                organ: string;
                date: string;
            };
            note?: string;
            copyTo?: string;
            printedBy?: {
                organ: string;
                date: string;
            };
            demo?: string;
            draft?: string;
        };
        PaperBlock: {
            /** @enum {string} */
            kind: "paragraph";
            words: string | (string | {
                /** @enum {string} */
                kind: "strong" | "added" | "gone";
                text: string;
            } | {
                /** @enum {string} */
                kind: "blank";
                label: string;
                placeholder: string;
            })[];
        } | {
            /** @enum {string} */
            kind: "heading";
            level: 1 | 2 | 3 | 4;
            text: string;
        } | {
            /** @enum {string} */
            kind: "quote";
            words: string | (string | {
                /** @enum {string} */
                kind: "strong" | "added" | "gone";
                text: string;
            } | {
                /** @enum {string} */
                kind: "blank";
                label: string;
                placeholder: string;
            })[];
        } | {
            /** @enum {string} */
            kind: "list";
            items: (string | (string | {
                /** @enum {string} */
                kind: "strong" | "added" | "gone";
                text: string;
            } | {
                /** @enum {string} */
                kind: "blank";
                label: string;
                placeholder: string;
            })[])[];
        } | {
            /** @enum {string} */
            kind: "table";
            caption?: string;
            table: {
                columnShares: number[];
                rows: {
                    words: string | (string | {
                        /** @enum {string} */
                        kind: "strong" | "added" | "gone";
                        text: string;
                    } | {
                        /** @enum {string} */
                        kind: "blank";
                        label: string;
                        placeholder: string;
                    })[];
                    columnSpan?: number;
                    rowSpan?: number;
                    header?: boolean;
                    /** @enum {string} */
                    align?: "left" | "center" | "right";
                }[][];
                headerRowCount?: number;
            };
        };
        PaperSheet: {
            /** @default  */
            subtitle: string;
            /** @enum {string} */
            orientation: "portrait" | "landscape";
            table: {
                columnShares: number[];
                rows: {
                    words: string | (string | {
                        /** @enum {string} */
                        kind: "strong" | "added" | "gone";
                        text: string;
                    } | {
                        /** @enum {string} */
                        kind: "blank";
                        label: string;
                        placeholder: string;
                    })[];
                    columnSpan?: number;
                    rowSpan?: number;
                    header?: boolean;
                    /** @enum {string} */
                    align?: "left" | "center" | "right";
                }[][];
                headerRowCount?: number;
            };
            /** @default [] */
            footLines: string[];
        } | null;
        PaperPassage: {
            key: string;
            label: string;
            /** @enum {string} */
            kind: "text" | "longText" | "date" | "choice";
            hint: string;
            value: string;
            words: string;
            options: {
                value: string;
                label: string;
                note: string;
            }[];
            inText: boolean;
        };
        PaperAction: {
            key: string;
            label: string;
            dangerous: boolean;
            needsReason: boolean;
            blocked: string | null;
        };
        PaperEdit: {
            title?: string;
            body?: components["schemas"]["PaperBlock"][];
            copyTo?: string;
            values?: {
                [key: string]: string;
            };
        };
        PaperStepInput: {
            opinion?: string;
            countersignOrganIds?: string[];
        };
        PapersToDraft: {
            items: {
                kind: string;
                label: string;
                signs: string[];
            }[];
        };
        ProjectPaperDraft: {
            /** @enum {string} */
            kind: "researchPlan" | "researchReport" | "bill" | "explanatoryNote" | "committeeDeliberationOpinion" | "consultationNotice" | "hearingNotice" | "revisionReport" | "deliberationResultReport" | "votingTextNote" | "adoptionDecision" | "approvalRequest" | "announcement" | "provincialReviewReport" | "approvalDecision" | "refusalDecision" | "lateExplanation" | "shelvingNote" | "terminationReport" | "handOverLetter" | "nationalFilingReport" | "supportingRuleNotice";
        };
        ApprovalRow: {
            id: string;
            title: string;
            house: string;
            province: string;
            state: {
                id: string;
                label: string;
                sign: string;
            };
            sentOn: string;
            receivedOn: string | null;
            dueOn: string | null;
            result: string | null;
            decidedOn: string | null;
        };
        Approval: {
            id: string;
            revision: number;
            /** @enum {string} */
            side: "city" | "province";
            state: {
                id: string;
                label: string;
                sign: string;
            };
            project: {
                id: string;
                title: string;
                state: string;
                stateLabel: string;
            };
            house: string;
            province: string;
            sentOn: string;
            sentBy: string;
            receivedOn: string | null;
            receivedBy: string | null;
            onAgendaOn: string | null;
            deadline: components["schemas"]["Deadline"] | null;
            result: string | null;
            resultLabel: string | null;
            decidedOn: string | null;
            decisionMeeting: string | null;
            decisionNo: string | null;
            reason: string | null;
            decidedBy: string | null;
            recallReason: string | null;
            recallConsent: string | null;
            enclosures: {
                index: number;
                kind: string;
                label: string;
                title: string;
                /** @enum {string} */
                form: "paper" | "file" | "words";
                text: string | null;
            }[];
            voted: {
                id: string;
                label: string;
                text?: {
                    [key: string]: unknown;
                };
            };
            approved: {
                id: string;
                label: string;
                text?: {
                    [key: string]: unknown;
                };
            } | null;
            amendments: {
                /**
                 * @default words
                 * @enum {string}
                 */
                kind: "words" | "addAfter" | "addBefore" | "remove" | "moveArticle" | "addClause" | "addItem" | "removeClause" | "heading" | "addDivision" | "splitChapter" | "splitSection" | "removeDivision" | "mergeDivision" | "title" | "annex" | "addAnnex" | "removeAnnex";
                articleId: string;
                /** @default  */
                articleKey: string;
                articleLabel: string;
                before: string;
                after: string;
                reason: string;
                /** @default  */
                targetId: string;
                /** @default  */
                targetLabel: string;
                /** @default  */
                heading: string;
            }[];
            opinions: {
                id: string;
                articleId: string | null;
                articleLabel: string | null;
                text: string;
                by: string;
                on: string;
                answer: string | null;
                answeredBy: string | null;
                answeredOn: string | null;
            }[];
            papers: {
                id: string;
                title: string;
                state: string;
                kind: string;
                label: string;
            }[];
            others: {
                id: string;
                sentOn: string;
                stateLabel: string;
            }[];
            may: {
                receive: boolean;
                opine: boolean;
                answer: boolean;
                amend: boolean;
                agenda: boolean;
                decide: boolean;
                recall: boolean;
                publish: boolean;
            };
        };
        ApprovalOpinionInput: {
            articleId: string | null;
            text: string;
        };
        ApprovalAmendments: {
            amendments: {
                /**
                 * @default words
                 * @enum {string}
                 */
                kind: "words" | "addAfter" | "addBefore" | "remove" | "moveArticle" | "addClause" | "addItem" | "removeClause" | "heading" | "addDivision" | "splitChapter" | "splitSection" | "removeDivision" | "mergeDivision" | "title" | "annex" | "addAnnex" | "removeAnnex";
                articleId: string;
                /** @default  */
                articleKey: string;
                articleLabel: string;
                before: string;
                after: string;
                reason: string;
                /** @default  */
                targetId: string;
                /** @default  */
                targetLabel: string;
                /** @default  */
                heading: string;
            }[];
        };
        ApprovalDecisionInput: {
            /** @enum {string} */
            result: "approved" | "approvedWithChange" | "refused";
            /** Format: date */
            decidedOn: string;
            decisionMeeting: string;
            /** @default null */
            decisionNo: string | null;
            /** @default null */
            reason: string | null;
            /**
             * Format: uuid
             * @default null
             */
            fileId: string | null;
        };
        RegulationPublication: {
            /** @enum {string} */
            side: "city" | "province";
            project: {
                id: string;
                revision: number;
                title: string;
                state: string;
            };
            packageMissing: string[];
            requestId: string | null;
            requirements: {
                key: string;
                label: string;
                met: boolean;
                message: string;
                basis: string;
            }[];
            announcement: {
                id: string;
                number: string | null;
                title: string;
            } | null;
            note: string;
            effectiveFrom: string | null;
            published: {
                workKey: string;
                dateKey: string;
                announcementNo: string | null;
                gazetteIssue: string;
                website: string | null;
                newspaper: string | null;
                promulgatedOn: string;
                effectiveFrom: string;
                publishedBy: string;
                handedOverOn: string | null;
                filedOn: string | null;
                filingNo: string | null;
            } | null;
            deadlines: {
                key: string;
                label: string;
                deadline: components["schemas"]["Deadline"];
            }[];
            may: {
                submit: boolean;
                publish: boolean;
                handOver: boolean;
                fileNationally: boolean;
                give: boolean;
            };
        };
        RegulationPublicationInput: {
            /** @default  */
            gazetteIssue: string;
            /**
             * Format: uuid
             * @default null
             */
            gazetteFileId: string | null;
            /** @default  */
            website: string;
            /** @default  */
            newspaper: string;
            /** Format: date */
            promulgatedOn: string;
            /** Format: date */
            effectiveFrom: string;
        };
        Afterlife: {
            tasks: {
                id: string;
                /** @enum {string} */
                kind: "implementation" | "supportingRule" | "implementationReport" | "postEvaluation";
                label: string;
                state: string;
                title: string;
                request: string;
                assignee: string | null;
                eId: string | null;
                dueOn: string | null;
                dueBasis: string | null;
                overdue: boolean;
                answer: string | null;
                answeredOn: string | null;
                closedOn: string | null;
            }[];
            proposals: {
                articleId: string;
                articleLabel: string;
                organ: string;
                sentence: string;
                dueOn: string;
                dueBasis: string;
            }[];
            mayGive: boolean;
        };
        AfterlifeTaskInput: {
            /** @enum {string} */
            kind: "implementation" | "supportingRule" | "implementationReport" | "postEvaluation";
            title: string;
            request: string;
            /**
             * Format: uuid
             * @default null
             */
            assigneeOrganId: string | null;
            /** @default null */
            eId: string | null;
            /**
             * Format: date
             * @default null
             */
            dueOn: string | null;
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
        Workbench: {
            filing: components["schemas"]["Filing"];
            text: {
                versionId: string;
                tree: {
                    [key: string]: unknown;
                };
                title: string;
                effectiveFrom: string | null;
                sourceNote: string | null;
                originalFileId: string | null;
            } | null;
            judgedOn: string;
            standards: {
                /** @enum {string} */
                standard: "constitutionality" | "policy" | "legality" | "propriety";
                label: string;
                /** @enum {string|null} */
                result: "noProblem" | "problem" | null;
                byName: string | null;
                at: string | null;
                note: string | null;
                flags: number;
            }[];
            flags: components["schemas"]["ReviewFlag"][];
            followed: {
                flagId: string;
                document: components["schemas"]["FollowedPassage"] | null;
                superior: components["schemas"]["FollowedPassage"] | null;
            }[];
            carried: components["schemas"]["VersionFlag"][];
            marginMarks: {
                [key: string]: {
                    word: string;
                    strong: boolean;
                }[];
            };
            citations: {
                articleId: string;
                eId: string;
                start: number;
                end: number;
                law: string;
                articles: string[];
            }[];
            previous: components["schemas"]["TextBeside"];
            parallel: components["schemas"]["ParallelText"][];
            tasks: components["schemas"]["CommitteeTask"][];
            notes: {
                id: string;
                at: string;
                by: string;
                text: string;
            }[];
            suggestions: {
                id: string;
                receiptNo: string;
                receivedOn: string;
                matters: string;
                reasons: string;
            }[];
            committees: {
                id: string;
                name: string;
                shortName: string;
            }[];
            pending: components["schemas"]["PendingDecisions"];
            rights: {
                review: boolean;
                flag: boolean;
                confirm: boolean;
            };
        };
        ReviewFlag: {
            id: string;
            revision: number;
            number: number;
            versionId: string;
            eId: string;
            articleId: string;
            articleLabel: string;
            exact: string;
            ranges: {
                eId: string;
                start: number;
                end: number;
            }[];
            /** @enum {string} */
            standard: "constitutionality" | "policy" | "legality" | "propriety" | "other";
            standardLabel: string;
            /** @enum {string} */
            code: "CONST" | "POLICY" | "RESERVED" | "ULTRA_VIRES" | "PENALTY" | "LICENSE" | "COERCION" | "INCONSISTENT" | "DELEGATION" | "VARIATION" | "PROCEDURE" | "UNLAWFUL" | "PROPORTION" | "OUTDATED" | "UNREASONABLE" | "UNEQUAL" | "VALUES" | "RESOLUTION" | "HORIZONTAL" | "OTHER";
            codeLabel: string;
            basis: string;
            /** @enum {string} */
            severity: "serious" | "ordinary" | "hint";
            superior: {
                versionId: string | null;
                eId: string | null;
                title: string;
                label: string;
                quote: string;
                unverified: boolean;
            } | null;
            judgedOn: string;
            reason: string;
            suggestion: string;
            state: {
                id: string;
                label: string;
                sign: string;
                phase: string;
            };
            raisedBy: string;
            raisedAt: string;
            mine: boolean;
            makerAnswer: string | null;
            events: {
                at: string;
                by: string;
                to: string;
                note: string | null;
            }[];
            actions: {
                key: string;
                label: string;
                requires: string[];
            }[];
        };
        FollowedPassage: {
            versionId: string;
            workKey: string;
            dateKey: string;
            title: string;
            /** @enum {string} */
            fate: "followed" | "changed" | "split" | "merged" | "restored" | "deleted" | "notFound";
            fateLabel: string;
            sentence: string;
            places: {
                eId: string;
                label: string;
                keepsIdentity: boolean;
            }[];
            /** @enum {string} */
            words: "kept" | "changed" | "gone" | "notFound";
            newExact: string | null;
            steps: {
                fromDateKey: string;
                toDateKey: string;
                fateLabel: string;
                places: {
                    eId: string;
                    label: string;
                    keepsIdentity: boolean;
                }[];
                byPerson: boolean;
            }[];
        };
        VersionFlag: {
            flagId: string;
            filingId: string;
            filingTitle: string;
            registrationNo: string | null;
            number: number;
            codeLabel: string;
            state: {
                id: string;
                label: string;
                sign: string;
            };
            /** @enum {string} */
            side: "document" | "superior";
            label: string;
            exact: string;
            dateKey: string;
            eId: string;
            followed: components["schemas"]["FollowedPassage"] | null;
        };
        TextBeside: {
            versionId: string;
            title: string;
            issuer: string;
            documentNo: string | null;
            effectiveFrom: string | null;
            promulgated: string | null;
            /** @enum {string} */
            why: "confirmed" | "corrects" | "sameWork" | "sameTitle";
        } | null;
        ParallelText: {
            versionId: string;
            title: string;
            issuer: string;
            regionCode: string | null;
            effectiveFrom: string | null;
            likeness: number;
        };
        CommitteeTask: {
            id: string;
            revision: number;
            state: string;
            filing: {
                id: string;
                title: string;
                documentNo: string;
                registrationNo: string | null;
                makerName: string;
                state: string;
            };
            committee: {
                id: string;
                name: string;
            };
            request: string;
            sentOn: string;
            dueOn: string | null;
            deadline: components["schemas"]["Deadline"];
            answer: string | null;
            answeredBy: string | null;
            answeredAt: string | null;
            files: {
                id: string;
                name: string;
                sizeBytes: number;
                sha256: string;
            }[];
            late: boolean;
            letter: {
                docxFileId: string | null;
                pdfFileId: string | null;
                number: string | null;
            } | null;
        };
        PendingDecisions: {
            extension: {
                by: string;
                requestedOn: string;
                reason: string;
                dueOn: string;
                newDueOn: string;
                basis: string;
            } | null;
            plan: {
                text: string;
                dueOn: string;
                offeredOn: string;
            } | null;
        };
        RelatedProvisions: {
            on: string;
            article: {
                eId: string;
                label: string;
            };
            related: components["schemas"]["RelatedProvision"][];
            notInLibrary: string[];
            degraded: string | null;
        };
        RelatedProvision: {
            workId: string;
            workKey: string;
            title: string;
            documentKind: string;
            versionId: string;
            dateKey: string;
            eId: string | null;
            label: string;
            lines: string[];
            /** @enum {string} */
            why: "cited" | "similar" | "limits" | "repeals";
            limits: string[];
            score: number;
            sharedPhrases: string[];
            /** @enum {string} */
            standing: "inForce" | "ended" | "notYet" | "unknown";
            effectiveFrom: string | null;
            effectiveTo: string | null;
            promulgated: string | null;
            sourceNote: string | null;
            versions: {
                versionId: string;
                dateKey: string;
                effectiveFrom: string | null;
                effectiveTo: string | null;
                /** @enum {string} */
                standing: "inForce" | "ended" | "notYet" | "unknown";
            }[];
            sanctions: {
                conduct: string;
                superior: string | null;
                own: string | null;
                differs: boolean;
            }[];
        };
        ComparedBeside: {
            beside: components["schemas"]["TextBeside"];
            comparison: {
                [key: string]: unknown;
            };
        };
        FlagBody: {
            passage: {
                eId: string;
                start: number;
                exact: string;
            }[];
            /** @enum {string} */
            standard: "constitutionality" | "policy" | "legality" | "propriety" | "other";
            /** @enum {string} */
            code: "CONST" | "POLICY" | "RESERVED" | "ULTRA_VIRES" | "PENALTY" | "LICENSE" | "COERCION" | "INCONSISTENT" | "DELEGATION" | "VARIATION" | "PROCEDURE" | "UNLAWFUL" | "PROPORTION" | "OUTDATED" | "UNREASONABLE" | "UNEQUAL" | "VALUES" | "RESOLUTION" | "HORIZONTAL" | "OTHER";
            /** @enum {string} */
            severity: "serious" | "ordinary" | "hint";
            reason: string;
            /** @default  */
            suggestion: string;
            /** @default null */
            superior: {
                /** @enum {string} */
                source: "library";
                /** Format: uuid */
                versionId: string;
                eId: string;
                quote?: string;
            } | {
                /** @enum {string} */
                source: "pasted";
                title: string;
                label: string;
                text: string;
            } | null;
            judgedOn: string;
        };
        CommitteeTaskPage: {
            task: components["schemas"]["CommitteeTask"];
            mayAnswer: boolean;
            mayExtend: boolean;
            workbench: components["schemas"]["Workbench"];
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
        FilingStatistics: {
            year: number;
            years: number[];
            previousReceived: number;
            received: number;
            registered: number;
            returned: number;
            withProblems: number;
            closed: number;
            open: number;
            onTime: number;
            late: number;
            acceptedAtOnce: number;
            byMaker: {
                key: string;
                label: string;
                count: number;
            }[];
            byKind: {
                key: string;
                label: string;
                count: number;
            }[];
            byOutcome: {
                key: string;
                label: string;
                count: number;
            }[];
            byMode: {
                key: string;
                label: string;
                count: number;
            }[];
            flagsByStandard: {
                key: string;
                label: string;
                count: number;
            }[];
            suggestions: {
                received: number;
                closed: number;
            };
        };
        QueueItem: {
            id: string;
            revision: number;
            registrationNo: string | null;
            title: string;
            documentNo: string;
            maker: {
                id: string;
                name: string;
            };
            kind: {
                id: string;
                label: string;
            };
            mode: {
                id: string;
                label: string;
            };
            promulgated: string | null;
            registeredOn: string | null;
            dueOn: string | null;
            deadline: components["schemas"]["Deadline"];
            suspendedUntil: string | null;
            outcome: string | null;
            reviewer: {
                id: string;
                name: string;
            } | null;
            leader: {
                id: string;
                name: string;
            } | null;
            state: {
                id: string;
                label: string;
                sign: string;
            };
            flags: {
                count: number;
                serious: number;
            };
            marks: string[];
        };
        BatchResult: {
            results: {
                id: string;
                done: boolean;
                message: string | null;
            }[];
        };
        Today: {
            today: string;
            groups: {
                overdue: components["schemas"]["TodayItem"][];
                threeDays: components["schemas"]["TodayItem"][];
                sevenDays: components["schemas"]["TodayItem"][];
                asked: components["schemas"]["TodayItem"][];
            };
            threeDaysTo: string;
            sevenDaysTo: string;
            waiting: components["schemas"]["TodayWaiting"][];
            given: components["schemas"]["TodayGiven"][];
            resume: {
                id: string;
                title: string;
                place: string | null;
            } | null;
            month: components["schemas"]["TodayMonth"];
        };
        TodayItem: {
            /** @enum {string} */
            kind: "case" | "distribute" | "extension" | "plan" | "confirmFlags" | "paper" | "receipt" | "draft" | "answer" | "committee" | "suggestion" | "led" | "project" | "task" | "meeting" | "consultation";
            id: string;
            filing: {
                id: string;
                revision: number;
            } | null;
            title: string;
            detail: string;
            note: string | null;
            deadline: components["schemas"]["Deadline"];
            act: {
                label: string;
                link: string;
                remind: string | null;
            };
            asked: boolean;
        };
        TodayWaiting: {
            key: string;
            title: string;
            who: string;
            what: string;
            since: string | null;
            waitedDays: number | null;
            deadline: components["schemas"]["Deadline"];
            until: string | null;
            link: string;
            mayRemind: boolean;
            remindedToday: boolean;
        };
        TodayGiven: {
            id: string;
            revision: number;
            title: string;
            detail: string;
            by: string;
            on: string | null;
            words: string | null;
            deadline: components["schemas"]["Deadline"];
        };
        TodayMonth: {
            month: string;
            registered: number;
            closed: number;
            open: number;
            days: {
                date: string;
                registered: number;
                closed: number;
            }[];
        } | null;
        PlanRow: {
            id: string;
            title: string;
            kind: string;
            year: number;
            organ: string;
            state: string;
            stateLabel: string;
            stateSign: string;
            adoptedOn: string | null;
            publishedOn: string | null;
            items: number | null;
            late: number | null;
            owing: number | null;
        };
        NewPlan: {
            /** @enum {string} */
            kind: "annual" | "fiveYear";
            year: number;
            /** @default null */
            untilYear: number | null;
            /**
             * Format: uuid
             * @default null
             */
            organId: string | null;
        };
        LegislationPlan: {
            id: string;
            revision: number;
            kind: string;
            kindLabel: string;
            year: number;
            untilYear: number | null;
            title: string;
            organ: string;
            state: string;
            stateLabel: string;
            stateSign: string;
            partyGate: boolean;
            partyConsultedOn: string | null;
            partyNote: string | null;
            provinceAskedOn: string | null;
            provinceRepliedOn: string | null;
            provinceOpinion: string | null;
            adoptedOn: string | null;
            adoptedBy: string | null;
            publishedOn: string | null;
            today: string;
            partial: boolean;
            outside: boolean;
            items: components["schemas"]["PlanItem"][];
            progress: {
                class: string;
                label: string;
                listed: number;
                finished: number;
                underWay: number;
                late: number;
                paused: number;
                dropped: number;
            }[];
            columns: string[];
            billLead: {
                amount: number;
                basis: string;
                confirmed: boolean;
            };
            meetings: components["schemas"]["PlanMeeting"][];
            councilMeetings: {
                id: string;
                title: string;
                startsOn: string;
                decided: boolean;
            }[];
            adoptedMeetingId: string | null;
            adjustments: {
                id: string;
                decidedOn: string;
                decidedBy: string;
                meetingId: string | null;
                reason: string;
                recordedBy: string;
                changes: {
                    kind: string;
                    itemId: string;
                    title: string;
                    before: string | null;
                    after: string | null;
                }[];
            }[];
            actions: {
                key: string;
                label: string;
                requires: {
                    field: string;
                    label: string;
                }[];
                basis: string;
                dangerous: boolean;
            }[];
            mayWrite: boolean;
            mayDecide: boolean;
            mayDraftPaper: boolean;
            incomplete: string[];
        };
        PlanItem: {
            id: string;
            order: number;
            title: string;
            /** @enum {string} */
            class: "deliberation" | "reserve" | "survey";
            classLabel: string;
            proposer: string;
            proposerOrganId: string | null;
            draftingOrgan: string;
            draftingOrganId: string | null;
            committee: string | null;
            committeeOrganId: string | null;
            short: string;
            dueMonth: string | null;
            note: string | null;
            carriedFromId: string | null;
            ended: boolean;
            added: boolean;
            project: {
                id: string | null;
                title: string;
                stateLabel: string;
                stateSign: string;
                phase: string;
            } | null;
            standing: {
                /** @enum {string} */
                kind: "done" | "dropped" | "paused" | "delivered" | "deliveredLate" | "running" | "late" | "none";
                dueOn: string | null;
                counted: string;
                deliveredOn: string | null;
                days: number;
                explained: boolean;
                owesExplanation: boolean;
                basis: string;
                confirmed: boolean;
            };
            due: {
                label: string;
                on: string;
                text: string;
                /** @enum {string} */
                kind: "left" | "today" | "overdue";
                basis: string;
            } | null;
            explanations: {
                id: string;
                text: string;
                documentNo: string | null;
                receivedOn: string;
                recordedBy: string;
                consideredOn: string | null;
                consideredNote: string | null;
                newMonth: string | null;
            }[];
            mayExplain: boolean;
        };
        PlanMeeting: {
            id: string;
            title: string;
            startsOn: string;
        };
        PlanItemInput: {
            title: string;
            /** @enum {string} */
            class: "deliberation" | "reserve" | "survey";
            /** @default  */
            proposer: string;
            /**
             * Format: uuid
             * @default null
             */
            proposerOrganId: string | null;
            /** @default  */
            draftingOrgan: string;
            /**
             * Format: uuid
             * @default null
             */
            draftingOrganId: string | null;
            /** @default null */
            committee: string | null;
            /**
             * Format: uuid
             * @default null
             */
            committeeOrganId: string | null;
            /** @default null */
            dueMonth: string | null;
            /** @default null */
            note: string | null;
            /**
             * Format: uuid
             * @default null
             */
            carriedFromId: string | null;
        };
        PlanStepInput: {
            /** @default {} */
            values: {
                [key: string]: string;
            };
        };
        PlanAdjustmentInput: {
            decidedOn: string;
            /** @default  */
            decidedBy: string;
            /**
             * Format: uuid
             * @default null
             */
            meetingId: string | null;
            reason: string;
            changes: ({
                /** @enum {string} */
                kind: "add";
                item: components["schemas"]["PlanItemInput"];
            } | {
                /** @enum {string} */
                kind: "end";
                /** Format: uuid */
                itemId: string;
            } | {
                /** @enum {string} */
                kind: "month";
                /** Format: uuid */
                itemId: string;
                dueMonth: string;
            } | {
                /** @enum {string} */
                kind: "class";
                /** Format: uuid */
                itemId: string;
                /** @enum {string} */
                class: "deliberation" | "reserve" | "survey";
            })[];
        };
        LateExplanationInput: {
            text: string;
            /** @default null */
            documentNo: string | null;
            receivedOn: string;
            /** @default [] */
            fileIds: string[];
        };
        LateExplanationConsideration: {
            consideredOn: string;
            note: string;
            /** @default null */
            newMonth: string | null;
        };
        MeetingRow: {
            id: string;
            kind: string;
            kindLabel: string;
            title: string;
            committee: string | null;
            state: string;
            stateLabel: string;
            stateSign: string;
            startsOn: string;
            startsAt: string;
            endsOn: string;
            place: string;
            items: number;
            files: number;
            materialsDueOn: string | null;
        };
        MeetingPlanning: {
            house: string;
            kinds: string[];
            committees: {
                id: string;
                name: string;
                kind: string;
            }[];
            members: {
                name: string;
                title: string | null;
            }[];
            materials: {
                dueOn: string;
                label: string;
                basis: string;
                confirmed: boolean;
                amount: number;
                unit: string;
            };
        };
        MeetingInput: {
            /** @enum {string} */
            kind: "standingCommittee" | "council" | "lawCommittee" | "committee";
            /**
             * Format: uuid
             * @default null
             */
            committeeOrganId: string | null;
            /** @default null */
            term: number | null;
            /** @default null */
            session: number | null;
            title: string;
            startsOn: string;
            /** @default 09:00 */
            startsAt: string;
            endsOn: string;
            place: string;
            /** @default null */
            presiding: string | null;
            membersTotal: number;
        };
        Meeting: {
            id: string;
            revision: number;
            kind: string;
            kindLabel: string;
            organ: string;
            committee: string | null;
            term: number | null;
            session: number | null;
            title: string;
            state: string;
            stateLabel: string;
            stateSign: string;
            startsOn: string;
            startsAt: string;
            endsOn: string;
            place: string;
            presiding: string | null;
            membersTotal: number;
            majority: number;
            membersPresent: number;
            quorumBasis: string;
            materials: {
                dueOn: string | null;
                label: string;
                basis: string;
                confirmed: boolean;
            };
            cancelReason: string | null;
            moved: string | null;
            openedAt: string | null;
            closedAt: string | null;
            attendance: components["schemas"]["MeetingAttendee"][];
            agenda: components["schemas"]["AgendaItem"][];
            files: components["schemas"]["MeetingFile"][];
            votes: components["schemas"]["Vote"][];
            papers: {
                id: string;
                kind: string;
                title: string;
                state: string;
                issued: boolean;
            }[];
            history: {
                id: string;
                on: string;
                by: string;
                act: string;
                actLabel: string;
                note: string | null;
                told: number | null;
                withoutAccount: string[];
            }[];
            may: {
                arrange: boolean;
                record: boolean;
                readSpeeches: boolean;
            };
            steps: {
                key: string;
                label: string;
                dangerous: boolean;
            }[];
            texts: {
                snapshotId: string;
                label: string;
                projectTitle: string;
            }[];
            issuedPapers: {
                paperId: string;
                title: string;
            }[];
        };
        MeetingAttendee: {
            id: string;
            name: string;
            title: string | null;
            capacity: string;
            group: string | null;
            status: string;
            note: string | null;
            hasAccount: boolean;
        };
        AgendaItem: {
            id: string;
            order: number;
            title: string;
            kind: string;
            kindLabel: string;
            projectId: string | null;
            projectTitle: string | null;
            decides: string | null;
            decidesLabel: string | null;
            byVote: boolean;
            basis: string | null;
            fields: {
                name: string;
                label: string;
                kind: string;
                required: boolean;
                hint: string | null;
                choices: {
                    value: string;
                    label: string;
                }[];
                value: string | null;
            }[];
            result: string | null;
            resultLabel: string | null;
            decision: string | null;
            withdrawnReason: string | null;
            textLabel: string | null;
            speeches: number;
            checks: {
                ok: boolean;
                words: string;
            }[];
        };
        MeetingFile: {
            id: string;
            number: number;
            title: string;
            agendaItemId: string | null;
            /** @enum {string} */
            source: "file" | "paper" | "text";
            paperId: string | null;
            deliveredOn: string | null;
            late: boolean | null;
            replacedBy: number | null;
            addedBy: string;
        };
        Vote: {
            id: string;
            agendaItemId: string;
            order: number;
            kind: string;
            kindLabel: string;
            subject: string;
            text: string | null;
            articleLabel: string | null;
            proposers: string[];
            membersTotal: number;
            present: number;
            majority: number;
            state: string;
            stateLabel: string;
            count: components["schemas"]["VoteCount"];
            result: string | null;
            resultLabel: string | null;
            sentence: string | null;
            missing: number | null;
            closedAt: string | null;
            closedBy: string | null;
            announcedBy: string | null;
            writtenIn: boolean | null;
            corrections: {
                before: components["schemas"]["VoteCount"];
                after: components["schemas"]["VoteCount"];
                reason: string;
                approvedBy: string;
                correctedBy: string;
                correctedOn: string;
            }[];
        };
        VoteCount: {
            present: number;
            for: number;
            against: number;
            abstain: number;
            notVoting: number;
        } | null;
        MeetingRevision: {
            revision: number;
        };
        MeetingEdit: {
            title?: string;
            startsAt?: string;
            endsOn?: string;
            place?: string;
            presiding?: string | null;
            membersTotal?: number;
        };
        MeetingStepInput: {
            /** @default {} */
            values: {
                [key: string]: string;
            };
        };
        AttendanceInput: {
            entries: {
                name: string;
                /** @enum {string} */
                capacity: "member" | "attending" | "deputy" | "expert";
                /** @enum {string} */
                status?: "expected" | "present" | "leave" | "absent";
                title?: string | null;
                group?: string | null;
                note?: string | null;
                username?: string | null;
            }[];
        };
        AgendaChoices: {
            projects: {
                id: string;
                title: string;
                state: string;
                possible: string[];
            }[];
            decisions: {
                step: string;
                label: string;
                itemKind: string;
                basis: string;
            }[];
        };
        AgendaItemInput: {
            title: string;
            /** @enum {string} */
            kind: "reading" | "unifiedReview" | "committeeReview" | "vote" | "decision" | "plan" | "report" | "appointment" | "other";
            /**
             * Format: uuid
             * @default null
             */
            projectId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            planId: string | null;
            /** @default null */
            decides: string | null;
        };
        AgendaOrder: {
            itemIds: string[];
        };
        ItemWithdrawal: {
            /** @default  */
            reason: string;
        };
        ItemDecision: {
            /** @enum {string} */
            result: "agreed" | "refused" | "heard" | "returned" | "postponed";
            /** @default  */
            decision: string;
            /** @default {} */
            values: {
                [key: string]: string;
            };
        };
        MeetingFileInput: {
            title: string;
            /**
             * Format: uuid
             * @default null
             */
            agendaItemId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            fileId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            paperId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            snapshotId: string | null;
            /** @default null */
            deliveredOn: string | null;
            /**
             * Format: uuid
             * @default null
             */
            replacesId: string | null;
        };
        FileDelivery: {
            fileIds: string[];
            on: string;
        };
        MeetingPaperChoice: {
            /** Format: uuid */
            itemId?: string;
            /** Format: uuid */
            voteId?: string;
            group?: string;
            on?: string;
        };
        VotePreparation: {
            /** Format: uuid */
            agendaItemId: string;
            /** @enum {string} */
            kind: "amendment" | "clause" | "whole" | "decision";
            subject: string;
            /** @default null */
            text: string | null;
            /** @default null */
            articleKey: string | null;
            /** @default null */
            articleLabel: string | null;
            /** @default [] */
            proposers: string[];
        };
        VoteStepInput: {
            /** @default {} */
            values: {
                [key: string]: string;
            };
            count?: components["schemas"]["VoteCount"];
        };
        Speech: {
            id: string;
            agendaItemId: string;
            group: string | null;
            order: number;
            speaker: string;
            capacity: string;
            articleKey: string | null;
            articleLabel: string | null;
            text: string;
            disposition: string | null;
            dispositionLabel: string | null;
            dispositionReason: string | null;
            recordedBy: string;
            recordedOn: string;
            corrected: boolean;
        };
        SpeechInput: {
            /** Format: uuid */
            agendaItemId: string;
            speaker: string;
            /** @enum {string} */
            capacity?: "member" | "attending" | "deputy" | "expert";
            /** @default null */
            group: string | null;
            /** @default  */
            article: string;
            text: string;
            /**
             * Format: uuid
             * @default null
             */
            replacesId: string | null;
        };
        DispositionInput: {
            /** @enum {string} */
            disposition: "adopted" | "partly" | "notAdopted" | "noted";
            /** @default  */
            reason: string;
        };
        MeetingArticles: {
            label: string | null;
            articles: {
                key: string | null;
                label: string;
                text: string;
            }[];
        };
        Publication: {
            filingId: string;
            publishedAt: string | null;
            revision: number;
            textPublic: boolean;
        };
        ProjectConsultation: {
            project: {
                id: string;
                title: string;
                state: string;
            };
            ready: {
                notice: string | null;
                text: string | null;
                explanation: string | null;
                closesOn: string | null;
                missing: string[];
            };
            published: {
                id: string;
                title: string;
                opensOn: string;
                closesOn: string;
                howTo: string;
                by: string;
                over: boolean;
                disposition: string | null;
                dispositionBy: string | null;
            } | null;
            may: {
                publish: boolean;
                dispose: boolean;
                revoke: boolean;
            };
        };
        ConsultationInput: {
            closesOn: string;
            howTo: string;
        };
        ConsultationDisposition: {
            disposition: string;
        };
        ConsultationRevocation: {
            reason: string;
        };
        ProjectHearings: {
            project: {
                id: string;
                title: string;
                state: string;
            };
            ready: {
                notice: string | null;
                ended: boolean;
                proposed: {
                    heldOn: string | null;
                    hours: string;
                    place: string;
                    matter: string;
                    participants: number | null;
                    observers: number | null;
                    conditions: string;
                    applyTo: string | null;
                    howTo: string;
                };
            };
            hearings: components["schemas"]["Hearing"][];
            may: {
                publish: boolean;
                applicants: boolean;
            };
        };
        Hearing: {
            id: string;
            /** @enum {string} */
            kind: "hearing" | "expertMeeting" | "seminar";
            kindLabel: string;
            title: string;
            facts: {
                heldOn: string;
                hours: string;
                place: string;
                matter: string;
                participants: number;
                observers: number;
                conditions: string;
                applyTo: string;
                howTo: string;
                placeRules: string;
            };
            lateReason: string | null;
            announcedOn: string;
            by: string;
            /** @enum {string} */
            standing: "open" | "closed" | "past" | "cancelled" | "revoked";
            cancelledOn: string | null;
            endedReason: string | null;
            applied: number;
            corrections: {
                on: string;
                by: string;
                reason: string;
                changes: {
                    field: string;
                    before: string;
                    after: string;
                }[];
            }[];
            days: {
                key: string;
                label: string;
                on: string;
                basis: string;
            }[];
            may: {
                correct: boolean;
                cancel: boolean;
                revoke: boolean;
            };
        };
        HearingInput: {
            heldOn: string;
            hours: string;
            place: string;
            matter: string;
            participants: number;
            observers: number;
            conditions: string;
            applyTo: string;
            howTo: string;
            placeRules: string;
            /** @enum {string} */
            kind: "hearing" | "expertMeeting" | "seminar";
            /** @default  */
            lateReason: string;
        };
        HearingCorrection: {
            heldOn: string;
            hours: string;
            place: string;
            matter: string;
            participants: number;
            observers: number;
            conditions: string;
            applyTo: string;
            howTo: string;
            placeRules: string;
            reason: string;
        };
        HearingEnding: {
            /** @enum {string} */
            how: "cancel" | "revoke";
            reason: string;
        };
        HearingApplicants: {
            items: components["schemas"]["HearingApplicant"][];
            choices: components["schemas"]["HearingChoice"][];
            seats: {
                speak: number;
                observe: number;
            };
            balanced: boolean;
            by: {
                on: string;
                label: string;
                basis: string;
                late: boolean;
            } | null;
            toldBefore: boolean;
            blocked: string | null;
            may: {
                choose: boolean;
                tell: boolean;
            };
        };
        HearingApplicant: {
            number: number;
            part: string;
            name: string;
            telephone: string;
            occupation: string;
            position: string;
            statement: string;
            receivedOn: string;
            wish: {
                /** @enum {string} */
                part: "speak" | "observe";
                /** @enum {string|null} */
                side: "favour" | "against" | "other" | null;
            };
            answer: {
                /** @enum {string} */
                outcome: "speak" | "observe" | "notChosen";
                /** @enum {string|null} */
                ground: "sameView" | "seatsFull" | "conditions" | "withdrew" | "unreachable" | "other" | null;
                note: string;
            } | null;
        };
        HearingChoice: {
            id: string;
            on: string;
            by: string;
            balanceReason: string | null;
            lateReason: string | null;
            changeReason: string | null;
            telling: {
                on: string;
                by: string;
                how: string;
            } | null;
            counts: {
                speak: number;
                observe: number;
                notChosen: number;
                favour: number;
                against: number;
                other: number;
            };
            changes: {
                number: number;
                name: string;
                before: string;
                after: string;
            }[];
        };
        HearingChoosing: {
            /** Format: uuid */
            after: string | null;
            answers: {
                number: number;
                /** @enum {string} */
                outcome: "speak" | "observe" | "notChosen";
                /**
                 * @default null
                 * @enum {string|null}
                 */
                ground: "sameView" | "seatsFull" | "conditions" | "withdrew" | "unreachable" | "other" | null;
                /** @default  */
                note: string;
            }[];
            /** @default  */
            balanceReason: string;
            /** @default  */
            lateReason: string;
            /** @default  */
            changeReason: string;
        };
        HearingTelling: {
            /** Format: uuid */
            choiceId: string;
            how: string;
        };
        ProjectRow: {
            id: string;
            revision: number;
            title: string;
            state: {
                id: string;
                label: string;
                sign: string;
                phase: string;
                final: boolean;
            };
            stateSince: string;
            proposer: string;
            leadOrgan: string | null;
            committee: string | null;
            responsible: string | null;
            readingTrack: number | null;
            plan: {
                title: string;
                class: string;
                dueMonth: string | null;
            } | null;
            next: components["schemas"]["ProjectNextDue"];
        };
        ProjectNextDue: {
            /** @enum {string} */
            kind: "period" | "meeting";
            dueOn: string;
            label: string;
            left: {
                /** @enum {string} */
                kind: "left" | "today" | "overdue";
                amount: number;
                unit: string;
                text: string;
            };
            basis: string;
            standing: string;
            meetingId: string | null;
        } | null;
        ProjectChoices: {
            organId: string;
            proposers: {
                id: string;
                name: string;
                kind: string;
            }[];
            drafters: {
                id: string;
                name: string;
            }[];
            committees: {
                id: string;
                name: string;
            }[];
            people: {
                id: string;
                name: string;
            }[];
            planItems: {
                id: string;
                name: string;
                class: string;
                plan: string;
            }[];
            meetings: {
                id: string;
                title: string;
                kind: string;
                on: string;
            }[];
            participants: {
                id: string;
                name: string;
                organ: string;
                parts: string[];
            }[];
            staff: boolean;
        };
        NewProject: {
            title: string;
            /**
             * @default making
             * @enum {string}
             */
            kind: "making" | "amending" | "revising" | "repealing" | "package";
            /**
             * @default null
             * @enum {string|null}
             */
            subject: "urbanRural" | "ecology" | "heritage" | "governance" | "other" | null;
            /**
             * @default department
             * @enum {string}
             */
            source: "department" | "deputies" | "committee" | "public" | "superior";
            /**
             * @default government
             * @enum {string}
             */
            proposerKind: "government" | "committee" | "council" | "members";
            proposer: string;
            /**
             * Format: uuid
             * @default null
             */
            proposerOrganId: string | null;
            /** @default null */
            leadOrgan: string | null;
            /**
             * Format: uuid
             * @default null
             */
            leadOrganId: string | null;
            /** @default null */
            committee: string | null;
            /**
             * Format: uuid
             * @default null
             */
            committeeOrganId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            responsibleId: string | null;
            /** @default true */
            partyGate: boolean;
            /**
             * Format: uuid
             * @default null
             */
            baseVersionId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            planItemId: string | null;
            /** @default {} */
            planned: {
                [key: string]: {
                    from: string | null;
                    to: string | null;
                };
            };
            /**
             * Format: uuid
             * @default null
             */
            organId: string | null;
        };
        Project: {
            id: string;
            revision: number;
            title: string;
            kind: string;
            subject: string | null;
            source: string;
            state: {
                id: string;
                label: string;
                sign: string;
                phase: string;
                final: boolean;
            };
            stateSince: string;
            proposerKind: string;
            proposer: {
                id: string | null;
                name: string | null;
            };
            leadOrgan: {
                id: string | null;
                name: string | null;
            };
            committee: {
                id: string | null;
                name: string | null;
            };
            responsible: {
                id: string;
                name: string;
            } | null;
            readingTrack: {
                readings: number;
                decidedBy: string | null;
                decidedOn: string | null;
                ground: string | null;
            } | null;
            readingsHeld: number;
            partyGate: boolean;
            planItems: {
                planId: string;
                plan: string;
                class: string;
                dueMonth: string | null;
            }[];
            planned: {
                [key: string]: {
                    from: string | null;
                    to: string | null;
                };
            };
            adoptedOn: string | null;
            approvedOn: string | null;
            promulgatedOn: string | null;
            effectiveFrom: string | null;
            closedOn: string | null;
            versionId: string | null;
            draftId: string | null;
            predecessor: {
                id: string;
                title: string;
            } | null;
            successors: {
                id: string;
                title: string;
            }[];
            members: {
                id: string;
                name: string;
                part: string;
                partLabel: string;
                from: string;
                to: string | null;
                note: string | null;
                person: boolean;
                endedByName: string | null;
                endReason: string | null;
            }[];
            next: components["schemas"]["ProjectNextDue"];
            actions: components["schemas"]["ProjectAction"][];
            may: {
                manage: boolean;
                act: boolean;
                readInternal: boolean;
                research: boolean;
                draft: boolean;
                consultation: boolean;
            };
            createdByName: string;
            createdOn: string;
        };
        ProjectAction: {
            key: string;
            label: string;
            /** @enum {string} */
            place: "project" | "meeting" | "approval";
            main: boolean;
            record: boolean;
            dangerous: boolean;
            basis: string;
            to: string;
            fields: {
                name: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "longText" | "date" | "choice" | "meeting" | "organ";
                required: boolean;
                choices: {
                    value: string;
                    label: string;
                }[];
                meetingKind: string | null;
                hint: string | null;
            }[];
            documents: {
                kind: string;
                label: string;
                /** @enum {string} */
                made: "file" | "paper" | "text";
                optional: boolean;
                orReason: boolean;
                there: boolean;
                mayCarry: boolean;
                mayGive: boolean;
            }[];
            paper: {
                kind: string;
                label: string;
                there: boolean;
            } | null;
            missing: string[];
            refused: {
                rule: string;
                message: string;
                basis: string;
            } | null;
        };
        ProjectEdit: {
            title: string;
            /**
             * @default null
             * @enum {string|null}
             */
            subject: "urbanRural" | "ecology" | "heritage" | "governance" | "other" | null;
            /** @default null */
            leadOrgan: string | null;
            /**
             * Format: uuid
             * @default null
             */
            leadOrganId: string | null;
            /** @default null */
            committee: string | null;
            /**
             * Format: uuid
             * @default null
             */
            committeeOrganId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            responsibleId: string | null;
            /** @default true */
            partyGate: boolean;
            /** @default {} */
            planned: {
                [key: string]: {
                    from: string | null;
                    to: string | null;
                };
            };
        };
        ProjectStepInput: {
            /** @default {} */
            values: {
                [key: string]: string;
            };
            /** @default [] */
            documents: components["schemas"]["ProjectDocumentInput"][];
            /** @default null */
            on: string | null;
        };
        ProjectDocumentInput: {
            kind: string;
            /** @default null */
            title: string | null;
            /**
             * Format: uuid
             * @default null
             */
            fileId: string | null;
            /** @default null */
            notApplicableReason: string | null;
            /** @default null */
            documentNo: string | null;
            /** @default null */
            dated: string | null;
            /** @default null */
            text: string | null;
            /**
             * Format: uuid
             * @default null
             */
            replacesId: string | null;
            /** @default null */
            carriedReason: string | null;
        };
        ProjectDocument: {
            id: string;
            kind: string;
            label: string;
            title: string;
            /** @enum {string} */
            form: "file" | "paper" | "text" | "words" | "excuse";
            fileId: string | null;
            fileName: string | null;
            paperId: string | null;
            snapshotId: string | null;
            documentNo: string | null;
            dated: string | null;
            text: string | null;
            reason: string | null;
            standing: string;
            addedByName: string;
            addedOn: string;
            step: string | null;
            carriedReason: string | null;
            earlier: boolean;
            replaced: boolean;
            mayReplace: boolean;
        };
        ProjectMemberInput: {
            /**
             * Format: uuid
             * @default null
             */
            organId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            personId: string | null;
            /** @default null */
            name: string | null;
            /** @enum {string} */
            part: "drafting" | "commissioned" | "earlyParticipant" | "committee" | "invited" | "provinceConsulted";
            /** @default null */
            from: string | null;
            /** @default null */
            note: string | null;
        };
        ProjectMemberEnd: {
            /** @default null */
            reason: string | null;
        };
        ProjectHistoryEntry: {
            id: string;
            on: string;
            /** @enum {string} */
            kind: "step" | "document" | "meeting" | "vote" | "text" | "paper" | "task" | "finding" | "member";
            title: string;
            detail: string;
            by: string;
            basis: string;
            from: string | null;
            to: string | null;
            link: {
                /** @enum {string} */
                kind: "file" | "paper" | "meeting" | "text";
                id: string;
            } | null;
        };
        ProjectTimeline: {
            today: string;
            rows: {
                id: string;
                label: string;
                /** @enum {string} */
                kind: "span" | "day";
                planned: {
                    from: string;
                    to: string;
                } | null;
                actual: {
                    from: string;
                    to: string | null;
                }[];
                expected: {
                    from: string;
                    to: string;
                    label: string;
                } | null;
                statutory: {
                    on: string;
                    label: string;
                    basis: string;
                }[];
                lateDays: number;
                current: boolean;
                ahead: boolean;
            }[];
            halts: {
                label: string;
                from: string;
                to: string | null;
                end: boolean;
            }[];
            explanations: {
                id: string;
                on: string;
                title: string;
                text: string;
                documentNo: string | null;
                considered: string | null;
                newMonth: string | null;
            }[] | null;
        };
        ResearchFinding: {
            id: string;
            /** @enum {string} */
            kind: "finding" | "source" | "otherPlace" | "superior";
            title: string;
            text: string;
            source: string | null;
            on: string | null;
            version: {
                id: string;
                address: string;
                title: string;
                issuer: string;
                effectiveFrom: string | null;
            } | null;
            eId: string | null;
            files: {
                id: string;
                name: string;
            }[];
            recordedByName: string;
            recordedOn: string;
            replacedById: string | null;
            correctionReason: string | null;
            removed: {
                on: string;
                by: string;
                reason: string;
            } | null;
        };
        ComparedResearch: {
            sides: {
                which: string;
                title: string;
                label: string;
                draft: boolean;
            }[];
            two: Record<string, never>;
            three: Record<string, never>;
        };
        ResearchFindingInput: {
            /** @enum {string} */
            kind: "finding" | "source" | "otherPlace" | "superior";
            title: string;
            /** @default  */
            text: string;
            /** @default null */
            source: string | null;
            /** @default null */
            on: string | null;
            /** @default null */
            address: string | null;
            /** @default null */
            eId: string | null;
            /** @default [] */
            fileIds: string[];
            /** @default null */
            corrects: {
                /** Format: uuid */
                id: string;
                reason: string;
            } | null;
        };
        ResearchFindingRemoval: {
            reason: string;
        };
        ProjectTask: {
            id: string;
            revision: number;
            kind: string;
            kindLabel: string;
            /** @enum {string} */
            state: "given" | "accepted" | "answered" | "closed";
            stateLabel: string;
            stateSign: string;
            title: string;
            request: string;
            fromOrgan: string | null;
            documentNo: string | null;
            assignee: string | null;
            project: {
                id: string;
                title: string;
            } | null;
            givenOn: string;
            dueOn: string | null;
            dueBasis: string | null;
            left: {
                /** @enum {string} */
                kind: "left" | "today" | "overdue";
                text: string;
            } | null;
            answer: string | null;
            answeredByName: string | null;
            answeredOn: string | null;
            closedOn: string | null;
            closeNote: string | null;
            files: {
                id: string;
                name: string;
            }[];
            answerFiles: {
                id: string;
                name: string;
            }[];
            may: {
                answer: boolean;
                close: boolean;
            };
        };
        ProjectTaskInput: {
            /** @enum {string} */
            kind: "surveyFromAbove" | "draftForOpinion" | "commission" | "implementation" | "supportingRule" | "implementationReport" | "postEvaluation" | "other";
            title: string;
            request: string;
            /**
             * Format: uuid
             * @default null
             */
            projectId: string | null;
            /** @default null */
            fromOrgan: string | null;
            /** @default null */
            documentNo: string | null;
            /**
             * Format: uuid
             * @default null
             */
            assigneeOrganId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            assigneeId: string | null;
            givenOn: string;
            /** @default null */
            dueOn: string | null;
            /** @default null */
            dueBasis: string | null;
            /** @default [] */
            fileIds: string[];
        };
        ProjectTaskAnswer: {
            answer: string;
            /** @default [] */
            fileIds: string[];
            /** @default null */
            answeredOn: string | null;
        };
        SuggestionRow: {
            id: string;
            receiptNo: string;
            kind: string;
            kindLabel: string;
            documentTitle: string;
            documentNo: string | null;
            proposerName: string;
            state: string;
            stateLabel: string;
            stateSign: string;
            receivedOn: string;
            handler: string | null;
            deadline: components["schemas"]["Deadline"];
        };
        Suggestion: {
            id: string;
            revision: number;
            kind: string;
            kindLabel: string;
            channel: string;
            receiptNo: string;
            state: string;
            stateLabel: string;
            stateSign: string;
            receivedOn: string;
            closedOn: string | null;
            proposer: {
                name: string;
                contact: string;
                address: string | null;
                organ: string | null;
            };
            document: {
                title: string;
                documentNo: string | null;
                maker: string | null;
            };
            filing: {
                id: string;
                title: string;
                registrationNo: string | null;
                state: string;
            } | null;
            matters: string;
            reasons: string;
            files: {
                id: string;
                name: string;
            }[];
            handler: string | null;
            transferTo: string | null;
            result: string | null;
            resultReason: string | null;
            deadline: components["schemas"]["Deadline"];
            clocks: components["schemas"]["Deadline"][];
            events: {
                on: string;
                label: string;
                by: string;
                note: string | null;
            }[];
            papers: {
                id: string;
                label: string;
                state: string;
                number: string | null;
                issuedOn: string | null;
            }[];
            actions: components["schemas"]["SuggestionAction"][];
        };
        SuggestionAction: {
            key: string;
            label: string;
            basis: string;
            fields: {
                key: string;
                label: string;
                required: boolean;
                options: {
                    value: string;
                    label: string;
                    note: string;
                }[];
            }[];
            paper: {
                kind: string;
                label: string;
                openPaperId: string | null;
            } | null;
            blocked: string | null;
        };
        SuggestionEntry: {
            proposerName: string;
            proposerContact: string;
            /** @default  */
            proposerAddress: string;
            documentTitle: string;
            /** @default  */
            documentNo: string;
            /** @default  */
            documentMaker: string;
            matters: string;
            reasons: string;
            /** @enum {string} */
            kind: "demand" | "suggestion" | "transferredIn";
            /** @enum {string} */
            channel: "letter" | "platform";
            /**
             * Format: uuid
             * @default null
             */
            proposerOrganId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            filingId: string | null;
            /** @default [] */
            fileIds: string[];
            receivedOn: string;
            /**
             * Format: uuid
             * @default null
             */
            organId: string | null;
        };
        SuggestionStepInput: {
            /** @default {} */
            values: {
                [key: string]: string;
            };
        };
        DraftStart: {
            source: {
                /** @enum {string} */
                kind: "empty";
            } | {
                /** @enum {string} */
                kind: "file";
                /** Format: uuid */
                fileId: string;
            } | {
                /** @enum {string} */
                kind: "snapshot";
                /** Format: uuid */
                snapshotId: string;
            } | {
                /** @enum {string} */
                kind: "version";
                /** Format: uuid */
                versionId: string;
            };
        };
        Draft: components["schemas"]["DraftCompany"] & {
            id: string;
            projectId: string;
            title: string;
            version: number;
            schemaVersion: number;
            doc?: unknown;
            tracking: boolean;
            baseDoc?: unknown;
            baseVersion: number;
            person: {
                id: string;
                name: string;
            };
        };
        ArticleLease: {
            articleKey: string;
            personId: string;
            personName: string;
            clientId: string;
            takenAt: string;
            expiresAt: string;
        };
        DraftPresence: {
            clientId: string;
            personId: string;
            personName: string;
            articleKey: string | null;
            anchor: number | null;
            head: number | null;
            version: number | null;
        };
        DraftCompany: {
            leases: components["schemas"]["ArticleLease"][];
            people: components["schemas"]["DraftPresence"][];
            state: string;
            stateLabel: string;
            open: boolean;
            may: {
                write: boolean;
                keep: boolean;
                restore: boolean;
                release: boolean;
                comment: boolean;
            };
        };
        DraftSteps: {
            version: number;
            clientId: string;
            batch: string;
            steps: {
                /**
                 * @default edit
                 * @enum {string}
                 */
                kind: "edit" | "accept" | "track";
                step: {
                    [key: string]: unknown;
                };
                data?: {
                    [key: string]: unknown;
                };
                authorName?: string | null;
            }[];
        };
        DraftStepsSince: {
            version: number;
            gone: boolean;
            steps: {
                version: number;
                kind: string;
                step?: unknown;
                data?: unknown;
                clientId: string;
                batch: string;
                personId: string;
                personName: string;
                authorName: string | null;
                at: string;
            }[];
        };
        ImportedChanges: {
            written: boolean;
            version: number;
            taken: number;
            notTaken: {
                article: string;
                why: string;
                changed: boolean;
            }[];
            authors: {
                name: string;
                changes: number;
                named: boolean;
            }[];
        };
        TrackedFile: {
            /** Format: uuid */
            fileId: string;
            version: number;
            /** @default false */
            confirm: boolean;
        };
        DraftSnapshots: {
            projectId: string;
            title: string;
            mayOpen: boolean;
            items: {
                id: string;
                seq: number;
                kind: string;
                kindLabel: string;
                label: string;
                reason: string | null;
                version: number;
                textDigest: string;
                meetingId: string | null;
                madeOn: string;
                madeByName: string;
                madeAt: string;
                basedOnId: string | null;
                amendments?: unknown;
            }[];
        };
        DraftSnapshotInput: {
            /**
             * @default working
             * @enum {string}
             */
            kind: "working" | "submission" | "bill" | "firstReading" | "consultation" | "secondReading" | "thirdReading" | "voting" | "adopted" | "approved";
            label?: string;
            reason?: string;
            /** Format: uuid */
            meetingId?: string;
        };
        DraftText: {
            id: string;
            label: string;
            seq: number | null;
            madeOn: string | null;
            title: string;
            text: Record<string, never>;
            doc?: unknown;
        };
        ComparedDraftTexts: {
            from: {
                id: string;
                label: string;
                seq: number | null;
                madeOn: string | null;
                title: string;
            };
            to: {
                id: string;
                label: string;
                seq: number | null;
                madeOn: string | null;
                title: string;
            };
            algorithm: string;
            comparison: Record<string, never>;
        };
        ComparedThreeDraftTexts: {
            from: {
                id: string;
                label: string;
                seq: number | null;
                madeOn: string | null;
                title: string;
            };
            middle: {
                id: string;
                label: string;
                seq: number | null;
                madeOn: string | null;
                title: string;
            };
            to: {
                id: string;
                label: string;
                seq: number | null;
                madeOn: string | null;
                title: string;
            };
            algorithm: string;
            comparison: Record<string, never>;
        };
        DraftAuthorship: {
            version: number;
            authored: {
                from: number;
                to: number;
                by: string;
                at: string;
                moved?: boolean;
                gone?: string;
            }[];
        };
        DraftComments: {
            items: {
                id: string;
                revision: number;
                parentId: string | null;
                articleKey: string | null;
                articleLabel: string | null;
                quote?: unknown;
                version: number;
                text: string;
                resolved: boolean;
                by: string;
                byName: string;
                at: string;
                resolvedByName: string | null;
                resolvedAt: string | null;
                own: boolean;
            }[];
        };
        DraftCommentInput: {
            text: string;
            /** @default null */
            articleKey: string | null;
            /** @default null */
            quote: {
                exact: string;
                prefix: string;
                suffix: string;
                start: number;
            } | null;
            version: number;
        };
        LintIgnores: {
            items: {
                id: string;
                ruleId: string;
                articleKey: string;
                quote: string;
                reason: string;
                byName: string;
                at: string;
                undoneAt: string | null;
            }[];
        };
        LintIgnoreInput: {
            ruleId: string;
            articleKey: string;
            quote: string;
            reason: string;
        };
        ArticleHistory: {
            articleKey: string;
            label: string | null;
            words: string | null;
            texts: {
                id: string;
                seq: number;
                kind: string;
                label: string;
                madeOn: string;
                version: number;
                articleLabel: string | null;
                words: string | null;
                changed: boolean;
            }[];
            changes: {
                id: string;
                label: string;
                fromVersion: number;
                toVersion: number;
                personId: string;
                personName: string;
                authorName: string | null;
                before: string | null;
                after: string | null;
                startedAt: string;
                at: string;
                reasonIds: string[];
            }[];
            reasons: {
                id: string;
                fromVersion: number | null;
                toVersion: number | null;
                snapshotId: string | null;
                text: string;
                byName: string;
                at: string;
                opinion?: unknown;
                meeting: {
                    id: string;
                    title: string;
                    on: string;
                } | null;
                speech: {
                    id: string;
                    speaker: string;
                    group: string | null;
                } | null;
            }[];
        };
        ChangeReasonInput: {
            text: string;
            /** Format: uuid */
            changeId?: string;
            /** Format: uuid */
            snapshotId?: string;
            /** Format: uuid */
            meetingId?: string;
            /** Format: uuid */
            speechId?: string;
            opinion?: {
                from: string;
                /** @default null */
                on: string | null;
                words: string;
            };
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

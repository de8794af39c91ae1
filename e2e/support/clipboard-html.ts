/** Clipboard HTML as Word and WPS write it, with words of our own. */

const NUMBER = (number: string): string => `<![if !supportLists]><span lang=EN-US style='mso-bidi-font-family:仿宋'><span style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>`

export const WORD_HTML = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoTitle align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>养犬登记办法<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-family:黑体'>第二章<span lang=EN-US>&nbsp;&nbsp; </span>登<span lang=EN-US>&nbsp; </span>记<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>第三条　有下列情形之一的，<del cite="mailto:jia" datetime="2026-03-01T10:00">可以</del><ins cite="mailto:jia" datetime="2026-03-01T10:00">应当</ins>登记：<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${NUMBER('（一）')}<span style='font-family:仿宋_GB2312'>本市户籍的；</span></p>
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${NUMBER('（二）')}<span style='font-family:仿宋_GB2312'>持有居住证的：</span></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>${NUMBER('1.')}<span>满一年；</span></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>${NUMBER('2.')}<span>满二年。</span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span>情节轻微的，可以不予处罚。</span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span>第四条　依照第三条第一款执行。<a style='mso-comment-reference:j_1'></a></span></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>这里要不要写期限？</p></div></div>
<!--EndFragment--></body></html>`

export const WPS_HTML = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name="ProgId" content="Word.Document"><meta name="Generator" content="WPS Office"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style>@font-face{font-family:"宋体";} p.MsoNormal{mso-style-name:正文;}</style></head>
<body style="tab-interval:21pt;"><!--StartFragment--><div class="Section0">
<p class="MsoNormal" align="center"><b><span style="mso-spacerun:'yes';font-family:方正小标宋简体;font-size:22.0000pt;"><font face="方正小标宋简体">养犬登记办法</font></span></b><span style="mso-spacerun:'yes';"><o:p></o:p></span></p>
<p class="MsoNormal" align="center"><span style="mso-spacerun:'yes';font-family:黑体;"><font face="黑体">第二章</font>&nbsp;&nbsp;<font face="黑体">登记</font></span></p>
<p class="MsoNormal"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;"><font face="仿宋_GB2312">第三条</font>&nbsp;<font face="仿宋_GB2312">有下列情形之一的，应当登记：</font></span></p>
<p class="MsoNormal" style="margin-left:0.0000pt;text-indent:32.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="mso-fareast-font-family:仿宋_GB2312;"><span style='mso-list:Ignore;'>（一）</span></span><![endif]><span><font face="仿宋_GB2312">本市户籍的；</font></span></p>
<p class="MsoNormal" style="mso-list:l0 level1 lfo1;"><![if !supportLists]><span><span style='mso-list:Ignore;'>（二）</span></span><![endif]><span><font face="仿宋_GB2312">持有居住证的：</font></span></p>
<p class="MsoNormal" style="mso-list:l1 level1 lfo2;"><![if !supportLists]><span><span style='mso-list:Ignore;'>1.<span>&nbsp;</span></span></span><![endif]><span>满一年；</span></p>
<p class="MsoNormal" style="mso-list:l1 level1 lfo2;"><![if !supportLists]><span><span style='mso-list:Ignore;'>2.<span>&nbsp;</span></span></span><![endif]><span>满二年。</span></p>
<p class="MsoNormal"><span>情节轻微的，可以不予处罚。</span></p>
<p class="MsoNormal"><span>第四条</span><span>&nbsp;&nbsp;依照第三条第一款执行。</span></p>
</div><!--EndFragment--></body></html>`

/** A law in Word's HTML with as many articles as fill these bytes, forty to a chapter. */
export function longPaste(bytes: number): string {
  // Word writes a run for each stretch that was typed at one time, each with its whole style
  const run = (words: string): string => `<span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:"Times New Roman";mso-bidi-font-family:"Times New Roman";color:black;mso-font-kerning:0pt'>${words}</span>`
  const paragraph = (words: string): string => `<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt;mso-line-height-rule:exactly;mso-pagination:none'>${words.split(/(?<=[，　])/u).map(run).join('')}<span lang=EN-US><o:p></o:p></span></p>`
  const lines: string[] = []
  let size = 0
  for (let i = 1; size < bytes; i += 1) {
    if (i % 40 === 1) lines.push(paragraph(`第${Math.ceil(i / 40)}章　有关规定`))
    const line = paragraph(`第${i}条　有关单位应当依照本条例规定履行职责，及时处理群众反映的问题，并将处理结果告知当事人。`)
    size += new TextEncoder().encode(line).length
    lines.push(line)
  }
  return `<html><body><!--StartFragment-->${lines.join('\n')}<!--EndFragment--></body></html>`
}

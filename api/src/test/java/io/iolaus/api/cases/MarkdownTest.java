package io.iolaus.api.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  /// All that may come out, written down anew: elements without attributes but for two.
  private static final Pattern ALLOWED =
      Pattern.compile(
          "</?(p|h[1-6]|em|strong|code|pre|blockquote|ul|ol|li)>|<(br|hr) ?/>|</a>"
              + "|<ol start=\"\\d{1,9}\">"
              // the sanitizer writes them in any order
              + "|<a href=\"https?://[^\"<>\\s]+\" rel=\"(?=[^\"]*noopener)(?=[^\"]*noreferrer)[a-z"
              + " ]*nofollow[a-z ]*\">",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> ATTACKS =
      List.of(
          "<script>alert(1)</script>",
          "<ScRiPt src=//evil.example/x.js></sCrIpT>",
          "<img src=x onerror=alert(1)>",
          "<svg/onload=alert(1)>",
          "<svg><script>alert&#40;1)</script>",
          "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
          "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<body onload=alert(1)>",
          "<style>@import 'http://evil.example/x.css';</style>",
          "<link rel=stylesheet href=http://evil.example/x.css>",
          "<base href=http://evil.example/>",
          "<meta http-equiv=refresh content='0;url=http://evil.example'>",
          "<form action=/api/v1/session><input name=q><button>x</button></form>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<textarea><img src=x onerror=alert(1)></textarea>",
          "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
          "<![CDATA[<img src=x onerror=alert(1)>]]>",
          "<?php echo 1 ?>",
          "<details open ontoggle=alert(1)>",
          "<video><source onerror=alert(1)></video>",
          "<table background=javascript:alert(1)>",
          "<xss style=\"behavior:url(xss.htc)\">",
          "[x](javascript:alert(1))",
          "[x](JaVaScRiPt:alert(1))",
          "[x](java\tscript:alert(1))",
          "[x](&#106;avascript:alert(1))",
          "[x](&#x6A;avascript&colon;alert(1))",
          "[x](javascript&#58;alert(1))",
          "[x](\u0001javascript:alert(1))",
          "[x](<javascript:alert(1)>)",
          "[x](vbscript:msgbox(1))",
          "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
          "[x](file:///etc/passwd)",
          "[x](/api/v1/session)",
          "[x](//evil.example)",
          "[x](\\\\evil.example)",
          "[x](https:evil.example)",
          "[x](https://e.example/\"onmouseover=\"alert(1))",
          "[x](https://e.example/ \"t\" onmouseover=alert(1) \"\")",
          "[x](https://e.example/'><script>alert(1)</script>)",
          "[x]: javascript:alert(1)\n\n[x]",
          "[a][b]\n\n[b]: data:text/html,<script>alert(1)</script>",
          "<javascript:alert(1)>",
          "<https://e.example/\"><script>alert(1)</script>>",
          "![x](https://evil.example/pixel.png)",
          "![x](javascript:alert(1))",
          "![x\" onerror=\"alert(1)](x)",
          "![x](x\"onerror=\"alert(1))",
          "[![x](https://evil.example/pixel.png)](https://e.example)",
          "```\"><script>alert(1)</script>\nx\n```",
          "```x onload=alert(1)\nx\n```",
          "`<script>alert(1)</script>`",
          "    <script>alert(1)</script>",
          "# <img src=x onerror=alert(1)>",
          "> <script>\n> alert(1)\n> </script>",
          "1. <b onmouseover=alert(1)>x</b>",
          "*<script>*alert(1)*</script>*",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "\\<script>alert(1)\\</script>",
          "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
          "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
          "<\u2028script>alert(1)</script>",
          "<a href=\"https://e.example\" style=\"position:fixed;inset:0\">x</a>",
          "<p id=main class=x name=y>x</p>");

  private static void requireHarmless(String text) {
    String html = Markdown.html(text);
    Matcher allowed = ALLOWED.matcher(html);
    assertThat(allowed.replaceAll("")).as("%s -> %s", text, html).doesNotContain("<");
  }

  @Test
  void nothingThatActsComesOut() {
    ATTACKS.forEach(MarkdownTest::requireHarmless);
    for (String attack : ATTACKS) {
      requireHarmless("- a\n  " + attack + "\n\n> **b** " + attack);
    }
  }

  @Test
  void neitherWhenAttacksArePutTogether() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int n = 0; n < 3000; n++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(1, 5); part > 0; part--) {
        String attack = ATTACKS.get(random.nextInt(ATTACKS.size()));
        int from = random.nextInt(attack.length());
        text.append(attack, from, random.nextInt(from, attack.length()) + 1)
            .append(random.nextBoolean() ? "" : List.of("\n", "\n\n", "`", "*", ">").get(n % 5));
      }
      requireHarmless(text.toString());
    }
  }

  @Test
  void whatPeopleWriteLooksAsTheyMeantIt() {
    assertThat(Markdown.html("# Seen\n\n*twice* and **once**, `a < b`\n\n3. x\n4. y\n\n> said"))
        .isEqualTo(
            "<h1>Seen</h1>\n"
                + "<p><em>twice</em> and <strong>once</strong>, <code>a &lt; b</code></p>\n"
                + "<ol start=\"3\"><li>x</li><li>y</li></ol>\n"
                + "<blockquote>\n"
                + "<p>said</p>\n"
                + "</blockquote>\n");
    assertThat(Markdown.html("[report](https://e.example/a?b=1#c)"))
        .contains("nofollow", "noopener", "noreferrer")
        .endsWith(">report</a></p>\n")
        .startsWith("<p><a href=\"https://e.example/a?b");
    assertThat(Markdown.html("![a *chart*](https://e.example/c.png) below"))
        .isEqualTo("<p>a <em>chart</em> below</p>\n");
    assertThat(Markdown.html("<b>bold</b>")).isEqualTo("<p>&lt;b&gt;bold&lt;/b&gt;</p>\n");
    assertThat(Markdown.html("[here](/clusters/c-1)")).isEqualTo("<p>here</p>\n");
  }

  /// As long as a comment may be.
  @Test
  void textsThatAreMadeToTakeLongDoNot() {
    for (String piece :
        List.of("*a _a ", "[", "![", "> ", "- ", "`", "<", "&", "**a* ", "[a](", "(")) {
      String text = piece.repeat(20_000 / piece.length());
      Assertions.assertTimeout(Duration.ofSeconds(10), () -> requireHarmless(text), piece);
    }
    String nested = "*a **a ".repeat(1_000) + "b** c* ".repeat(1_000);
    requireHarmless(nested);
  }
}

package io.iolaus.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachmentNameTest {

  @Test
  void keepsWhatIsANameAndNothingElse() {
    Map.of(
            "Rechnung März.pdf", "Rechnung März.pdf",
            "../../etc/passwd", "passwd",
            "C:\\Users\\ann\\a.txt", "a.txt",
            "..", "attachment",
            ".bashrc", "bashrc",
            "a\u0000b\r\nSet-Cookie: x", "abSet-Cookie_ x",
            "invoice\u202Efdp.exe", "invoicefdp.exe",
            "\ud800", "attachment",
            "x\"; filename=\"y.exe", "x_; filename=_y.exe",
            "a/", "attachment")
        .forEach((given, safe) -> assertThat(AttachmentName.safe(given)).isEqualTo(safe));
    assertThat(AttachmentName.safe("\ud83d\ude00".repeat(300)).codePointCount(0, 240))
        .isEqualTo(120);
  }
}

package io.iolaus.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.DryRun;
import io.iolaus.ingest.DryRunSummary.SourceCheck;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mapping and the CSV that the documentation shows.
class DocumentedExampleTest {

  private static final Path DOCUMENT =
      Path.of(System.getProperty("iolaus.root", "..")).resolve("docs/ingest.md");

  @TempDir private Path folder;

  private static String example(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  @Test
  void saysWhatTheTextSays() throws IOException {
    Path map = Files.writeString(folder.resolve("payments.yaml"), example("yaml"));
    Path csv = Files.writeString(folder.resolve("payments.csv"), example("csv"));
    SourceCheck check =
        new DryRun(SiteSecret.of(new byte[32]), IngestOptions.defaults())
            .check(List.of(Source.file(csv, CsvFormat.of(map))), IngestListener.NONE)
            .sources()
            .getFirst();
    assertThat(check.accepted()).isEqualTo(3);
    assertThat(check.rejections()).isEmpty();
    assertThat(check.unknownFields()).isEmpty();
  }
}

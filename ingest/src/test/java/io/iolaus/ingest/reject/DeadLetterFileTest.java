package io.iolaus.ingest.reject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterFileTest {

  @Test
  void whatStandsBehindTheLengthThatHoldsIsCutOff(@TempDir Path folder) throws IOException {
    DeadLetterFile file = new DeadLetterFile(folder, "b-1");
    long one = file.append(0, List.of("ä"));
    assertThat(one).isEqualTo(3);
    file.append(one, List.of("lost", "lost too"));
    assertThat(file.append(one, List.of("two"))).isEqualTo(7);
    assertThat(Files.readAllLines(file.path())).containsExactly("ä", "two");
    assertThat(file.append(0, List.of())).isZero();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void linesThatLieInAnotherHomeLeaveNoHole(@TempDir Path folder) throws IOException {
    DeadLetterFile file = new DeadLetterFile(folder, "b-1");
    assertThat(file.append(100, List.of("one"))).isEqualTo(104);
    assertThat(file.append(150, List.of("two"))).isEqualTo(154);
    assertThat(Files.readAllLines(file.path())).containsExactly("one", "two");
  }
}

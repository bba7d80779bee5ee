package io.iolaus.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.read.PageKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorsTest {

  @TempDir private Path folder;
  private Cursors cursors;

  @BeforeEach
  void open() {
    cursors = new Cursors(Home.at(folder));
  }

  @Test
  void bringsEveryValueBack() {
    for (Object value : List.of(0.1 + 0.2, -0.0, Double.MAX_VALUE, "", "acc-😀")) {
      PageKey key = new PageKey(value, "id/1");
      assertThat(cursors.read("q", cursors.write("q", key))).isEqualTo(key);
    }
  }

  @Test
  void outlivesARestart() {
    String cursor = cursors.write("q", new PageKey(1.0, "a"));
    assertThat(new Cursors(Home.at(folder)).read("q", cursor)).isEqualTo(new PageKey(1.0, "a"));
  }

  @Test
  void noCursorIsTheFirstPage() {
    assertThat(cursors.read("q", null)).isNull();
    assertThat(cursors.read("q", "")).isNull();
  }

  @Test
  void refusesEveryChangedCharacterAndEveryOtherQuery() {
    String cursor = cursors.write("q", new PageKey(1.0, "a"));
    for (int i = 0; i < cursor.length() - 1; i++) {
      String changed =
          cursor.substring(0, i) + (cursor.charAt(i) == 'x' ? 'y' : 'x') + cursor.substring(i + 1);
      assertThatThrownBy(() -> cursors.read("q", changed)).isInstanceOf(ProblemException.class);
    }
    for (String other : List.of("", "A", "!", "AAAA", cursor.substring(4))) {
      if (!other.isEmpty()) {
        assertThatThrownBy(() -> cursors.read("q", other)).isInstanceOf(ProblemException.class);
      }
    }
    assertThatThrownBy(() -> cursors.read("p", cursor)).isInstanceOf(ProblemException.class);
  }
}

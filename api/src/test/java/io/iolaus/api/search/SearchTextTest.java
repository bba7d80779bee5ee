package io.iolaus.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.entity.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void takesAKnownPrefixOff() {
    assertThat(SearchText.of(" Org: Alder Lab "))
        .isEqualTo(new SearchText(EntityType.ORGANIZATION, "alder lab", List.of("alder", "lab")));
  }

  @Test
  void leavesTheColonsOfAnAddress() {
    assertThat(SearchText.of("2001:db8::1").type()).isNull();
    assertThat(SearchText.of("2001:DB8::1").whole()).isEqualTo("2001:db8::1");
  }

  @Test
  void splitsWordsOfAnyScript() {
    assertThat(SearchText.words("Élan-7/研究_x")).containsExactly("élan", "7", "研究", "x");
  }
}

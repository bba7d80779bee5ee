package io.iolaus.api.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.entity.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @Test
  void takesAKnownPrefixOff() {
    SearchText text = SearchText.of(" Org: Alder Lab ");
    assertThat(text.type()).isEqualTo(EntityType.ORGANIZATION);
    assertThat(text.whole()).isEqualTo("alder lab");
    assertThat(text.words()).containsExactly("alder", "lab");
    assertThat(SearchText.of("case:7").type()).isNull();
    assertThat(SearchText.of("case:7").words()).containsExactly("case", "7");
  }

  @Test
  void leavesTheColonsOfAnAddress() {
    assertThat(SearchText.of("2001:db8::1").type()).isNull();
    assertThat(SearchText.of("2001:DB8::1").whole()).isEqualTo("2001:db8::1");
  }

  @Test
  void splitsWordsOfAnyScript() {
    assertThat(words("Élan-7/研究_x")).containsExactly("elan", "7", "研究", "x");
    assertThat(words("東京大学")).containsExactly("東京", "京大", "大学");
    assertThat(words("हिन्दी भाषा")).hasSize(2);
  }

  private static List<String> words(String text) {
    return SearchWords.words(SearchWords.fold(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ÉLAN,elan",
    "E\u0301lan,elan",
    "Ｅｌａｎ,elan",
    "Straße,strasse",
    "Łódź,lodz",
    "İstanbul,istanbul",
    "ΟΔΟΣ,οδοσ",
    "οδός,οδοσ",
    "Москва,москва",
    "ｶﾞ,ガ",
    "한국,한국"
  })
  void foldsWhatIsWrittenInSeveralWays(String written, String folded) {
    assertThat(SearchWords.fold(written)).isEqualTo(folded);
  }

  @Test
  void readsSpansOfAddresses() {
    assertThat(span("203.0.113.9/24")).isEqualTo("203.0.113.0 203.0.113.255");
    assertThat(span("203.0.113.7 - 203.0.113.99")).isEqualTo("203.0.113.7 203.0.113.99");
    assertThat(span("ip:2001:db8::/32"))
        .isEqualTo("2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff");
    assertThat(span("0.0.0.0/0")).isEqualTo("0.0.0.0 255.255.255.255");
    assertThat(span("::/0")).isEqualTo(":: ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    assertThat(span("2001:db8::1/128")).isEqualTo("2001:db8::1 2001:db8::1");
    assertThat(SearchText.of("10/2026").addresses()).isEmpty();
    assertThat(SearchText.of("a-b").addresses()).isEmpty();
  }

  private static String span(String typed) {
    AddressSpan span = SearchText.of(typed).addresses().orElseThrow();
    return span.first() + " " + span.last();
  }

  @ParameterizedTest
  @CsvSource({
    "ip:203.0.113.0/33,the length 33 (place 13) must be a number from 0 to 32",
    "net:2001:db8::/129,must be a number from 0 to 128",
    "ip:203.0.113.0/x,the length x",
    "ip:203.0.113.300/24,203.0.113.300 (place 1) is no address",
    "ip:203.0.113.9-203.0.113.7,from a lower to a higher",
    "ip:203.0.113.9-2001:db8::,of one family"
  })
  void saysWhatIsWrongWithASpan(String typed, String what) {
    assertThatThrownBy(() -> SearchText.of(typed))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(what)
        .hasMessageContaining("write 203.0.113.0/24");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ip:203.0.113.0/", "ip:203.0.113.7-", "ip:203.0.113.7-203.0", "ip:203.0."})
  void whatIsStillBeingTypedIsNotWrong(String typed) {
    assertThat(SearchText.of(typed).addresses()).isEmpty();
  }
}

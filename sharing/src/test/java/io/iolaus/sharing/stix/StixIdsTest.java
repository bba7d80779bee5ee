package io.iolaus.sharing.stix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StixIdsTest {

  /// Vectors made with the reference implementation of OASIS.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ipv4-addr|{\"value\":\"198.51.100.3\"}|28bb3599-77cd-5a82-a950-b5bc3caf07c4",
        "ipv6-addr|{\"value\":\"2001:db8::1\"}|6469e3a9-b053-5e34-a025-9396ae051d26",
        "autonomous-system|{\"number\":64500}|0a5f7072-df00-5729-9f0a-4eb18631a446",
        "domain-name|{\"value\":\"example.com\"}|bedb4899-d24b-5401-bc86-8f6b4cc18ec7",
      })
  void givesObservablesTheIdsThatStixPrescribes(String type, String json, String uuid) {
    assertThat(StixIds.observable(type, json)).isEqualTo(type + "--" + uuid);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5-9",
    "9, 5-9",
    "10, 10-49",
    "49, 10-49",
    "50, 50-99",
    "100, 100-499",
    "500, 500+",
    "25000, 500+"
  })
  void putsCountsIntoRanges(long count, String range) {
    assertThat(Ranges.accounts(count)).isEqualTo(range);
  }

  @ParameterizedTest
  @CsvSource({"0, 0-24 %", "0.25, 25-49 %", "0.5, 50-74 %", "0.75, 75-100 %", "1, 75-100 %"})
  void putsSharesIntoQuarters(double share, String range) {
    assertThat(Ranges.share(share)).isEqualTo(range);
  }
}

package io.iolaus.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRoleTest {

  @Test
  void eachIsKnownByItsText() {
    for (UserRole role : UserRole.values()) {
      assertThat(UserRole.of(role.text())).hasValue(role);
    }
    assertThat(UserRole.DETECTOR_AUTHOR.text()).isEqualTo("detector-author");
    assertThat(UserRole.of("ADMINISTRATOR")).isEmpty();
  }

  @Test
  void onlyProgramsHaveProgramsRolesAlone() {
    assertThat(UserRole.programsOnly(Set.of(UserRole.INGEST, UserRole.METRICS))).isTrue();
    assertThat(UserRole.programsOnly(Set.of(UserRole.INGEST, UserRole.VIEWER))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "ann.smith@example.org", "7of9", "a_b-c"})
  void takesPlainNames(String name) {
    assertThat(UserName.required(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Ann", ".ann", "ann smith", "ann\n", "аnn", "admin", "ingest"})
  void refusesWhatCouldBeMistaken(String name) {
    assertThatThrownBy(() -> UserName.required(name)).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.iolaus.bench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AheadTest {

  @Test
  void usesWhatIsMadeInOrderAndKeepsTwoAtMost() {
    AtomicInteger alive = new AtomicInteger();
    List<Integer> used = new ArrayList<>();
    List<Integer> most = new ArrayList<>();
    Ahead.each(
        List.of(1, 2, 3, 4, 5),
        n -> {
          alive.incrementAndGet();
          return 10 * n;
        },
        made -> {
          used.add(made);
          most.add(alive.get());
          alive.decrementAndGet();
        });
    assertThat(used).containsExactly(10, 20, 30, 40, 50);
    assertThat(most).allMatch(n -> n <= 2);
  }

  @Test
  void whatCannotBeMadeEndsIt() {
    List<Integer> used = new ArrayList<>();
    assertThatThrownBy(() ->
            Ahead.each(
                List.of(1, 2, 3),
                n -> {
                  if (n == 2) {
                    throw new IllegalArgumentException("no population " + n);
                  }
                  return n;
                },
                used::add))
        .hasRootCauseMessage("no population 2");
    assertThat(used).containsExactly(1);
    Ahead.each(List.of(), n -> n, n -> used.add(0));
    assertThat(used).containsExactly(1);
  }
}

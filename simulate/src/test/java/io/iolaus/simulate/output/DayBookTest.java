package io.iolaus.simulate.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Populace;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DayBookTest {

  private static final Account ACCOUNT =
      new Account("acc_1", 0, "mail.example", "DE", "api", null, null, Label.BACKGROUND);
  private static final Utterance ONE = new Utterance(TextSource.fixed("a"), null, "chat", "en");
  private static final Utterance TWO = new Utterance(TextSource.fixed("b"), null, "chat", "en");

  private static Exchange exchange(long at, Utterance utterance, String ip) {
    return new Exchange(ACCOUNT, at, ip, utterance, at, "chat", "m", "c", 1);
  }

  private static List<Exchange> day(boolean folded, Exchange... exchanges) {
    Actor actor =
        new Actor() {
          @Override
          public void facts(Consumer<Fact> out) {
            out.accept(new Fact.Opened(ACCOUNT));
          }

          @Override
          public void exchanges(int day, Consumer<Exchange> out) {
            List.of(exchanges).forEach(out);
          }
        };
    Populace world =
        new Populace() {
          @Override
          public TimeFrame frame() {
            return new TimeFrame(0, 1);
          }

          @Override
          public List<Actor> actors() {
            return List.of(actor);
          }

          @Override
          public List<Fact> reference() {
            return List.of();
          }

          @Override
          public RandomStream texts() {
            return RandomStream.of(1);
          }

          @Override
          public List<Operated> operators() {
            return List.of();
          }

          @Override
          public boolean folded() {
            return folded;
          }
        };
    return new DayBook(world).exchanges(0);
  }

  @Test
  void firstOfAKindTellsItsTimeAndTheOthersAreCounted() {
    List<Exchange> lines =
        day(
            true,
            exchange(40, ONE, "x"),
            exchange(10, ONE, "x"),
            exchange(20, ONE, "x"),
            exchange(30, ONE, "x"));

    assertThat(lines).extracting(Exchange::at).containsExactly(10L, 20L);
    assertThat(lines).extracting(Exchange::count).containsExactly(1, 3);
  }

  @Test
  void whatDiffersInAddressOrSkeletonIsALineOfItsOwn() {
    Exchange[] all = {
      exchange(10, ONE, "x"), exchange(20, TWO, "x"), exchange(30, ONE, "y"), exchange(40, ONE, "x")
    };
    assertThat(day(true, all)).containsExactly(all);
  }

  @Test
  void unfoldedDaysAreInTheOrderOfTime() {
    List<Exchange> lines = day(false, exchange(30, ONE, "x"), exchange(10, ONE, "x"));
    assertThat(lines).extracting(Exchange::at).containsExactly(10L, 30L);
  }
}

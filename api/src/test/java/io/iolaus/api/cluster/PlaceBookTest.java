package io.iolaus.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.layout.ForceLayout.Positions;
import io.iolaus.core.layout.KnownPlaces;
import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceBookTest {

  private static final KnownPlaces PLACES =
      KnownPlaces.of(
          List.of(List.of("account acc-1"), List.of("payment card")),
          new Positions(new double[] {1.5, -20}, new double[] {3, 4}));

  @TempDir private Path folder;

  @Test
  void remembersPlacesOverARestart() throws IOException {
    Home home = Home.at(folder.resolve("home"));
    new PlaceBook(home).note("c-1", PLACES);

    assertThat(new PlaceBook(home).of("c-1").bytes()).isEqualTo(PLACES.bytes());
    assertThat(new PlaceBook(home).of("c-2").size()).isZero();
    assertThat(files(home)).hasSize(1);
  }

  @Test
  void takesABrokenFileForNone() throws IOException {
    Home home = Home.at(folder.resolve("home"));
    new PlaceBook(home).note("c-1", PLACES);
    Files.writeString(files(home).getFirst(), "torn");

    assertThat(new PlaceBook(home).of("c-1").size()).isZero();
  }

  @Test
  void keepsOnlySoManyFiles() throws IOException {
    Home home = Home.at(folder.resolve("home"));
    PlaceBook book = new PlaceBook(home, 3);
    for (int i = 0; i < 8; i++) {
      book.note("c-" + i, PLACES);
    }

    assertThat(files(home)).hasSize(3);
  }

  private static List<Path> files(Home home) throws IOException {
    try (Stream<Path> files = Files.list(home.path().resolve("cache").resolve("places"))) {
      return files.toList();
    }
  }
}

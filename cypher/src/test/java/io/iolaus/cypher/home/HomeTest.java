package io.iolaus.cypher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir private Path folder;

  @Test
  void madeForItsOwnerAlone() throws IOException {
    Home home = Home.at(folder.resolve("deep/home"));
    home.siteSecret();
    assertThat(mode(home.path())).isEqualTo("rwx------");
    assertThat(mode(home.path().resolve("secrets"))).isEqualTo("rwx------");
    assertThat(mode(home.secretFile("site.key"))).isEqualTo("rw-------");
    assertThat(Home.exists(home.path())).isTrue();
  }

  @Test
  void secretsStayTheSame() {
    byte[] first = Home.at(folder.resolve("home")).siteSecret();
    assertThat(first).hasSize(32);
    assertThat(Home.at(folder.resolve("home")).siteSecret()).isEqualTo(first);
    assertThat(Home.at(folder.resolve("other")).siteSecret()).isNotEqualTo(first);
  }

  @Test
  void processesThatAskAtOnceGetOneSecret() throws Exception {
    Home home = Home.at(folder.resolve("home"));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<String>> asked =
          threads.invokeAll(
              Stream.generate(() ->
                      (java.util.concurrent.Callable<String>) () -> home.secret("some.password"))
                  .limit(32)
                  .toList());
      assertThat(asked.stream().map(Future::resultNow).distinct()).hasSize(1);
    }
    try (Stream<Path> files = Files.list(home.path().resolve("secrets"))) {
      assertThat(files).containsExactly(home.secretFile("some.password"));
    }
  }

  @Test
  void refusesAFileAndAFolderOfOtherThings() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> Home.at(file))
        .isInstanceOf(HomeException.class)
        .hasMessageStartingWith(file + " is not a directory");
    assertThatThrownBy(() -> Home.at(folder))
        .isInstanceOf(HomeException.class)
        .hasMessageContaining("holds other files and is no Iolaus home");
  }

  @Test
  void refusesASiteKeyThatIsNone() throws IOException {
    Home home = Home.at(folder.resolve("home"));
    home.siteSecret();
    Files.writeString(home.secretFile("site.key"), "c2hvcnQ=\n");
    assertThatThrownBy(home::siteSecret)
        .isInstanceOf(HomeException.class)
        .hasMessageContaining("does not hold 32 bytes in base64");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aNewSiteKeyKeepsTheOldOne() throws IOException {
    Home home = Home.at(folder.resolve("home"));
    String old = home.site().token("email", "x");
    String next = home.nextSite().token("email", "x");
    assertThat(home.isRotating()).isTrue();
    assertThat(home.site().token("email", "x")).isEqualTo(old);
    home.endRotation();
    assertThat(home.isRotating()).isFalse();
    assertThat(home.site().token("email", "x")).isEqualTo(next);
    assertThat(home.site().renewed("email", old)).isEqualTo(next);
    assertThat(mode(home.secretFile("site.key.old"))).isEqualTo("rw-------");
  }

  @Test
  void aRotationThatDiesOnDiskCanBeEnded() throws IOException {
    Home home = Home.at(folder.resolve("home"));
    String next = home.nextSite().token("email", "x");
    // Died when the old key was kept and not yet replaced.
    Files.copy(home.secretFile("site.key"), home.secretFile("site.key.old"));
    assertThat(home.nextSite().token("email", "x")).isEqualTo(next);
    home.endRotation();
    assertThat(home.site().token("email", "x")).isEqualTo(next);
  }
}

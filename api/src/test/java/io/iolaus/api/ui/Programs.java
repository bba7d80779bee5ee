package io.iolaus.api.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of the system that a browser test uses: nothing is downloaded.
final class Programs {

  private Programs() {}

  static Optional<Path> chromium() {
    return first("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  }

  /// What drives the browser: Playwright's own copy of Node.js is not on the class path.
  static Optional<Path> node() {
    return first("node", "nodejs");
  }

  private static Optional<Path> first(String... names) {
    return Stream.of(names).flatMap(Programs::onPath).findFirst();
  }

  private static Stream<Path> onPath(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }
}

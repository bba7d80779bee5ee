package io.iolaus.api.cli;

import io.iolaus.api.status.Release;
import picocli.CommandLine.Command;

/// `iolaus version`.
@Command(name = "version", description = "Prints the version of Iolaus and of the Java it runs on.")
final class VersionCommand implements Runnable {

  @Override
  public void run() {
    System.out.printf(
        "iolaus %s%njava %s (%s)%n",
        Release.version(), Runtime.version(), System.getProperty("java.home"));
  }
}

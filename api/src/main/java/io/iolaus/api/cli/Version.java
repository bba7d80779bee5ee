package io.iolaus.api.cli;

import io.iolaus.api.status.Release;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"iolaus " + Release.version()};
  }
}

package io.iolaus.api.status;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// Which version of Iolaus this is, from what the build wrote.
public final class Release {

  private Release() {}

  /// As in `0.1.0`; `unknown` where the build left nothing.
  public static String version() {
    Properties properties = new Properties();
    try (InputStream in = Release.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return "unknown";
    }
    return properties.getProperty("version", "unknown");
  }
}

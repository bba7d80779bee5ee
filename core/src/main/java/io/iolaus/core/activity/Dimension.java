package io.iolaus.core.activity;

/// What an exchange's counts are also kept by. The order is that of the profile's bytes.
public enum Dimension {
  MODEL,
  CLIENT,
  LANGUAGE,
  CAPABILITY
}

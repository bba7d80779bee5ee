package io.iolaus.api.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The first pixel of a picture.
final class Pixel {

  private Pixel() {}

  static String of(byte[] png) {
    try {
      return "#%06x".formatted(ImageIO.read(new ByteArrayInputStream(png)).getRGB(0, 0) & 0xffffff);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.iolaus.ingest.source;

import io.iolaus.ingest.fold.Digests;
import java.io.IOException;
import java.security.MessageDigest;

/// How the bytes of a source are cut into lines, and what makes two sources the same.
public interface LineFormat {

  /// Event lines as they are.
  LineFormat NDJSON =
      new LineFormat() {
        @Override
        public MessageDigest digest() {
          return Digests.sha256();
        }

        @Override
        public LineChunks chunks(String name, OpenSource source, int chunkBytes)
            throws IOException {
          WideText.refuse(name, source.head());
          return new LineChunker(source.content(), source.start(), source.digest(), chunkBytes);
        }
      };

  /// A digest that the bytes of a source are added to. Sources are the same where these agree, so
  /// whatever else decides about what their lines say is in it already.
  MessageDigest digest();

  /// The most event lines that may be made of one line of text, 1 or more.
  default int mostPerLine() {
    return 1;
  }

  /// The chunks of a source from where it was opened.
  ///
  /// @param name of the source, for errors
  /// @param chunkBytes about how large they are
  /// @throws IOException if the source is not what the format says
  LineChunks chunks(String name, OpenSource source, int chunkBytes) throws IOException;
}

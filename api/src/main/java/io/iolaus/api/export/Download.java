package io.iolaus.api.export;

import io.iolaus.api.problem.CutOffException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.http.HttpHeaders;

/// An answer that is a file, written as it is read.
///
/// What fails before the first bytes have left is answered as a problem, like anywhere else. What
/// fails later cuts the connection, without the end that HTTP asks for: no client takes half a file
/// for a whole one. Where the client has gone, reading ends with the next row.
public final class Download {

  /// So much is held back before the first bytes leave.
  private static final int HELD_BACK = 32 << 10;

  private static final int LONGEST_NAME = 100;

  private Download() {}

  /// What is written.
  @FunctionalInterface
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  /// Answers with a file.
  ///
  /// @param name of the file; what is not safe in names everywhere becomes a dash
  /// @param ending of the name
  public static void send(
      HttpServletResponse response, String mediaType, String name, String ending, Body body) {
    response.setBufferSize(HELD_BACK);
    response.setContentType(mediaType);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + safe(name) + "." + ending + "\"");
    try {
      body.write(new Unflushed(response.getOutputStream()));
    } catch (IOException | RuntimeException e) {
      throw failed(response, e);
    }
  }

  private static RuntimeException failed(HttpServletResponse response, Exception e) {
    if (response.isCommitted()) {
      return new CutOffException(e);
    }
    response.resetBuffer();
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    return e instanceof RuntimeException known ? known : new UncheckedIOException((IOException) e);
  }

  /// Answers with a graph.
  public static void send(
      HttpServletResponse response, String name, GraphFormat format, Body body) {
    send(response, format.mediaType(), name, format.text(), body);
  }

  /// Whoever writes may end before the file does: only a full buffer, or its end, lets bytes leave.
  private static final class Unflushed extends FilterOutputStream {
    Unflushed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void flush() {
      // the container does, when all is written
    }
  }

  static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[.-]+", "");
    return safe.isEmpty() ? "export" : safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
  }
}

package io.iolaus.ingest;

import io.iolaus.ingest.write.WriteHook;
import java.util.Map;

/// Tells a listener how far the segment is that goes to the graph, and passes every step on. Used
/// by the writing thread alone.
final class WriteProgress implements WriteHook {

  private final IngestListener listener;
  private final WriteHook next;
  private int written;
  private int parts;

  WriteProgress(IngestListener listener, WriteHook next) {
    this.listener = listener;
    this.next = next;
  }

  @Override
  public void sealed(String batch, int segment) {
    next.sealed(batch, segment);
  }

  @Override
  public void writing(String batch, int segment, int count) {
    written = 0;
    parts = count;
    listener.writing(written, parts);
    next.writing(batch, segment, count);
  }

  @Override
  public void partWritten(String part) {
    written++;
    listener.writing(written, parts);
    next.partWritten(part);
  }

  @Override
  public void prepared(int count, int of) {
    listener.preparing(count, of);
    next.prepared(count, of);
  }

  @Override
  public void added(LineCounts added, Map<String, Long> rejections) {
    listener.added(added, rejections);
    next.added(added, rejections);
  }

  @Override
  public void segmentWritten(String batch, int segment) {
    next.segmentWritten(batch, segment);
  }
}

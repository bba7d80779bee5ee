package io.iolaus.ingest.bulk;

import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.write.WriteHook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Holds back that something is in the graph until it is: so far it is only in files.
final class HeldHook implements WriteHook {

  private final WriteHook hook;
  private final List<Runnable> held = new ArrayList<>();

  HeldHook(WriteHook hook) {
    this.hook = hook;
  }

  @Override
  public void writing(String batch, int segment, int parts) {
    held.add(() -> hook.writing(batch, segment, parts));
  }

  @Override
  public void prepared(int parts, int of) {
    hook.prepared(parts, of);
  }

  @Override
  public void partWritten(String part) {
    held.add(() -> hook.partWritten(part));
  }

  @Override
  public void added(LineCounts added, Map<String, Long> rejections) {
    held.add(() -> hook.added(added, rejections));
  }

  @Override
  public void segmentWritten(String batch, int segment) {
    held.add(() -> hook.segmentWritten(batch, segment));
  }

  /// It is there now.
  void release() {
    held.forEach(Runnable::run);
    held.clear();
  }
}

package io.iolaus.ingest;

import io.iolaus.ingest.IngestProgress.Stage;
import java.util.Set;
import java.util.function.LongSupplier;

/// Tells a listener how one source is getting on.
final class ProgressReport {

  private final IngestListener listener;
  private final Set<String> said;
  private final String source;
  private final long total;
  private LongSupplier read = () -> 0;
  private long lines;
  private long rejected;
  private long exchanges;
  private long draftExchanges;

  /// @param said what was noticed before: of ten thousand sources that share a fault one is enough
  /// @param total size of the source as it is stored, -1 where that is not known
  ProgressReport(IngestListener listener, Set<String> said, String source, long total) {
    this.listener = listener;
    this.said = said;
    this.source = source;
    this.total = total;
  }

  /// Says where to see how many stored bytes were read.
  void readFrom(LongSupplier read) {
    this.read = read;
  }

  /// A pass over the source, to see whether it is known, has come this far.
  void recognised(long bytes) {
    tell(Stage.RECOGNISE, bytes);
  }

  /// A chunk was folded.
  ///
  /// @param exchangesInDraft of the segment that grows now
  void folded(DecodedChunk chunk, long exchangesInDraft) {
    lines += chunk.read();
    rejected += chunk.rejections().size();
    draftExchanges = exchangesInDraft;
    tell(Stage.FOLD, read.getAsLong());
  }

  /// The segment that grew is sealed.
  void sealed() {
    exchanges += draftExchanges;
    draftExchanges = 0;
    tell(Stage.SEAL, read.getAsLong());
  }

  /// Everything is read; the graph is not done yet.
  void waiting() {
    tell(Stage.WRITE, read.getAsLong());
  }

  /// Ends the load where the listener wants that.
  void checkStopped() throws IngestStoppedException {
    if (listener.stopped()) {
      throw new IngestStoppedException();
    }
  }

  void notice(String text) {
    if (said.add(text)) {
      listener.notice(source + ": " + text);
    }
  }

  private void tell(Stage stage, long bytes) {
    listener.progress(
        new IngestProgress(
            source, stage, bytes, total, lines, rejected, exchanges + draftExchanges));
  }
}

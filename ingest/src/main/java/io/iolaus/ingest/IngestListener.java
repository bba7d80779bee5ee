package io.iolaus.ingest;

import java.util.Map;

/// Hears how a load is getting on. Called often, on the loading thread: answer at once.
public interface IngestListener {

  /// Hears nothing.
  IngestListener NONE = progress -> {};

  /// How far the load is.
  void progress(IngestProgress progress);

  /// How far the segment is that goes to the graph at the moment. Called on the writing thread,
  /// beside the others: reading goes on meanwhile.
  ///
  /// @param parts of it that are in the graph
  /// @param of parts it has
  default void writing(int parts, int of) {}

  /// How far the files are that Neo4j's importer is given; it is at work when all parts are in
  /// them. Called on the writing thread.
  default void preparing(int parts, int of) {}

  /// A segment is in the graph. Called on the writing thread.
  ///
  /// @param added what became of its lines
  /// @param rejections its rejected lines by reason code
  default void added(LineCounts added, Map<String, Long> rejections) {}

  /// Something a person should know, in one sentence without data of a line: a field the format
  /// does not know, a compressed file that breaks off, a batch taken up again, a database that does
  /// not answer. May be called on any thread of the load.
  default void notice(String text) {}

  /// Asked between two pieces of work. True ends the load with an {@link IngestStoppedException}
  /// once the segment that goes to the graph at the moment is in.
  default boolean stopped() {
    return false;
  }
}

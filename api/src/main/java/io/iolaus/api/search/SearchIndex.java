package io.iolaus.api.search;

import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.PrivateFiles;
import io.iolaus.cypher.search.SearchEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index in a folder: what is written is found after {@link #refresh()} and kept over a crash
/// after {@link #commit}. One thread writes, any number search.
final class SearchIndex implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

  private static final double BUFFER_MB = 48;

  private final MMapDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final IndexPlace place;

  private SearchIndex(MMapDirectory directory, IndexWriter writer, IndexPlace place)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.place = place;
    this.searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /// Opens what was committed last, or begins an empty one where there is none, it is of another
  /// version, or cannot be read.
  static SearchIndex open(Path folder) throws IOException {
    try {
      return opened(folder);
    } catch (IOException | IllegalArgumentException e) {
      log.info("the search index is made anew: {}", e.getMessage());
      FileTree.delete(folder);
      PrivateFiles.createDirectories(folder);
      return opened(folder);
    }
  }

  private static SearchIndex opened(Path folder) throws IOException {
    MMapDirectory directory = new MMapDirectory(folder);
    try {
      IndexPlace place = IndexPlace.NOWHERE;
      if (DirectoryReader.indexExists(directory)) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          place = IndexPlace.read(reader.getIndexCommit().getUserData());
        }
      }
      IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
      config.setRAMBufferSizeMB(BUFFER_MB).setIndexSort(SearchFields.ORDER);
      // What is not committed is not wanted: it would be ahead of its place.
      config.setCommitOnClose(false);
      return new SearchIndex(directory, new IndexWriter(directory, config), place);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /// Where it had got to when it was opened.
  IndexPlace place() {
    return place;
  }

  SearcherManager searchers() {
    return searchers;
  }

  void update(SearchEntry entry) {
    try {
      writer.updateDocument(
          SearchFields.uid(entry.type(), entry.id()), SearchDocuments.document(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes a document away that was found there.
  void delete(IndexReader reader, int doc) throws IOException {
    if (writer.tryDeleteDocument(reader, doc) < 0) {
      // Its segment was merged away meanwhile.
      var stored = reader.storedFields().document(doc);
      writer.deleteDocuments(
          new org.apache.lucene.index.Term(
              SearchFields.UID,
              stored.get(SearchFields.TYPE) + '\n' + stored.get(SearchFields.ID)));
    }
  }

  /// Makes what was written visible to searches.
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /// Keeps what was written, and up to where that is.
  void commit(IndexPlace at) throws IOException {
    Map<String, String> properties = new HashMap<>(at.properties());
    writer.setLiveCommitData(properties.entrySet());
    writer.commit();
  }

  /// How many documents searches see.
  long size() throws IOException {
    var searcher = searchers.acquire();
    try {
      return searcher.getIndexReader().numDocs();
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    try (directory;
        writer) {
      searchers.close();
    }
  }
}

package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.search.SearchFeed;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds entities by their ids and names in an index beside the graph. The index is a copy: it is
/// built anew from the graph when that has changed, and thrown away at the end. Until the first one
/// is built nothing is found.
@Component
class LuceneEntitySearch {

  /// Beyond this many hits are not counted.
  private static final int MOST_COUNTED = 1_000;

  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(SearchDocuments.WEIGHT, SortField.Type.DOUBLE, true),
          new SortField(SearchDocuments.ID, SortField.Type.STRING));

  private final SearchFeed feed;
  private final Path folder;
  private volatile @Nullable Generation current;
  private int generations;

  private record Generation(Path path, MMapDirectory directory, DirectoryReader reader) {}

  LuceneEntitySearch(SearchFeed feed, Home home) {
    this.feed = feed;
    this.folder = home.run().resolve("search-" + ProcessHandle.current().pid());
  }

  /// Hits, the best first.
  ///
  /// @param total how many there are, at most [#MOST_COUNTED] of them counted
  record Hits(List<SearchHit> items, long total) {}

  Hits find(SearchText text, int limit) {
    Generation index = current;
    if (index == null || !index.reader().tryIncRef()) {
      return new Hits(List.of(), 0);
    }
    try {
      IndexSearcher searcher = new IndexSearcher(index.reader());
      TopFieldDocs top =
          searcher.search(
              SearchDocuments.query(text),
              new TopFieldCollectorManager(ORDER, limit, null, MOST_COUNTED));
      List<Document> documents = new ArrayList<>();
      for (ScoreDoc hit : top.scoreDocs) {
        documents.add(searcher.storedFields().document(hit.doc));
      }
      return new Hits(hits(documents), top.totalHits.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release(index.reader());
    }
  }

  /// Memberships change with every run, so they are asked of the graph and not of the index.
  private List<SearchHit> hits(List<Document> documents) {
    Map<String, String> clusters =
        feed.clusters(
            documents.stream()
                .filter(d -> EntityType.ACCOUNT.text().equals(d.get(SearchDocuments.TYPE)))
                .map(d -> d.get(SearchDocuments.ID))
                .toList());
    return documents.stream().map(d -> hit(d, clusters)).toList();
  }

  private static SearchHit hit(Document document, Map<String, String> clusters) {
    EntityType type = EntityType.of(document.get(SearchDocuments.TYPE)).orElseThrow();
    String id = document.get(SearchDocuments.ID);
    String cluster =
        switch (type) {
          case CLUSTER -> id;
          case ACCOUNT -> clusters.get(id);
          case PAYMENT, IP, NETWORK, IDENTIFIER, PROMPT_FAMILY, PATTERN, ORGANIZATION -> null;
        };
    return new SearchHit(
        type,
        id,
        document.get(SearchDocuments.LABEL),
        document.get(SearchDocuments.DETAIL),
        cluster);
  }

  /// Builds the index anew and puts it in the old one's place; searches go on meanwhile.
  synchronized void rebuild() throws IOException {
    Path path = folder.resolve(String.valueOf(++generations));
    Files.createDirectories(path);
    MMapDirectory directory = new MMapDirectory(path);
    try (IndexWriter writer =
        new IndexWriter(
            directory, new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(32))) {
      feed.each(entry -> {
        try {
          writer.addDocument(SearchDocuments.document(entry));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
      writer.commit();
    } catch (IOException | RuntimeException e) {
      directory.close();
      FileTree.delete(path);
      throw e;
    }
    Generation old = current;
    current = new Generation(path, directory, DirectoryReader.open(directory));
    retire(old);
  }

  @PreDestroy
  synchronized void close() throws IOException {
    Generation last = current;
    current = null;
    retire(last);
    FileTree.delete(folder);
  }

  private static void retire(@Nullable Generation old) throws IOException {
    if (old != null) {
      old.reader().close();
      old.directory().close();
      FileTree.delete(old.path());
    }
  }

  private static void release(DirectoryReader reader) {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

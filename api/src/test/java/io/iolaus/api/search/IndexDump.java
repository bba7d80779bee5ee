package io.iolaus.api.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;

/// All that an index holds, by type and id.
final class IndexDump {

  private IndexDump() {}

  static Map<String, String> of(SearchIndex index) throws IOException {
    index.refresh();
    IndexSearcher searcher = index.searchers().acquire();
    Map<String, String> all = new TreeMap<>();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc)) {
            Document document = leaf.reader().storedFields().document(doc);
            String content =
                document.getFields().stream()
                    .map(f -> f.name() + "=" + f.stringValue() + f.numericValue())
                    .sorted(Comparator.naturalOrder())
                    .collect(Collectors.joining(" "));
            String uid = document.get(SearchFields.TYPE) + " " + document.get(SearchFields.ID);
            String twin =
                all.put(
                    uid,
                    content
                        + number(leaf, doc, SearchFields.RANK)
                        + number(leaf, doc, SearchFields.DIGEST));
            if (twin != null) {
              throw new AssertionError(uid + " is there twice");
            }
          }
        }
      }
    } finally {
      index.searchers().release(searcher);
    }
    return all;
  }

  private static String number(LeafReaderContext leaf, int doc, String field) throws IOException {
    NumericDocValues values = leaf.reader().getNumericDocValues(field);
    return " " + (values.advanceExact(doc) ? values.longValue() : "none");
  }

  /// What an index holds that has just been made from nothing.
  static Map<String, String> fresh(
      io.iolaus.cypher.search.SearchFeed feed, Path folder, java.time.Clock clock)
      throws IOException {
    try (SearchIndex index = SearchIndex.open(folder)) {
      new IndexFollower(feed, index, clock).follow();
      return of(index);
    }
  }
}

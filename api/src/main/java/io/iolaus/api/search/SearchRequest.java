package io.iolaus.api.search;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One search in one state of the index. The ways in which the text can be meant are asked one
/// after another until the page is full, each in the order in which documents lie: so it ends with
/// its last hit, however many there are.
final class SearchRequest {

  /// Beyond so many of a kind hits are not counted.
  static final int MOST_COUNTED = 1_000;

  private static final Duration BUDGET = Duration.ofMillis(400);

  private final IndexSearcher searcher;
  private final List<Query> ways;

  SearchRequest(IndexReader reader, SearchText text, SearchFilter filter) throws IOException {
    searcher = new IndexSearcher(reader);
    long end = System.nanoTime() + BUDGET.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - end > 0);
    // Rewritten once: every way is asked several times over.
    ways = new ArrayList<>();
    for (Query way : SearchQueries.ways(text, filter)) {
      ways.add(searcher.rewrite(SearchQueries.narrowed(way, text, filter)));
    }
  }

  SearchPage page(int limit, @Nullable HitPlace after) throws IOException {
    List<SearchHit> hits = new ArrayList<>();
    @Nullable HitPlace last = null;
    int way = after == null ? 0 : after.way();
    // One more than fits tells whether anything follows.
    for (; way < ways.size() && hits.size() <= limit; way++) {
      Query only = SearchQueries.without(ways.get(way), ways.subList(0, way));
      @Nullable FieldDoc from = after != null && after.way() == way ? place(after) : null;
      int wanted = limit + 1 - hits.size();
      TopFieldDocs top =
          searcher.search(
              only, new TopFieldCollectorManager(SearchFields.ORDER, wanted, from, wanted));
      for (ScoreDoc doc : top.scoreDocs) {
        hits.add(hit(searcher.storedFields().document(doc.doc)));
        if (hits.size() == limit) {
          last = place(way, (FieldDoc) doc);
        }
      }
    }
    boolean more = hits.size() > limit;
    return new SearchPage(
        more ? hits.subList(0, limit) : hits, facets(), more ? last : null, searcher.timedOut());
  }

  private static FieldDoc place(HitPlace after) {
    return new FieldDoc(
        Integer.MAX_VALUE, Float.NaN, new Object[] {after.rank(), new BytesRef(after.uid())});
  }

  private static HitPlace place(int way, FieldDoc doc) {
    return new HitPlace(way, (Long) doc.fields[0], ((BytesRef) doc.fields[1]).utf8ToString());
  }

  static SearchHit hit(Document document) {
    EntityType type = EntityType.of(document.get(SearchFields.TYPE)).orElseThrow();
    String id = document.get(SearchFields.ID);
    return new SearchHit(
        type,
        id,
        document.get(SearchFields.LABEL),
        document.get(SearchFields.DETAIL),
        type == EntityType.CLUSTER ? id : null);
  }

  private SearchFacets facets() throws IOException {
    List<SearchFacets.Count> types = new ArrayList<>();
    List<SearchFacets.Count> states = new ArrayList<>();
    if (!ways.isEmpty()) {
      Query any = SearchQueries.any(ways);
      for (EntityType type : EntityType.values()) {
        count(any, new Term(SearchFields.TYPE, type.text()), types);
      }
      for (ClusterState state : ClusterState.values()) {
        count(any, new Term(SearchFields.STATE, state.text()), states);
      }
    }
    return new SearchFacets(types, states);
  }

  private void count(Query any, Term term, List<SearchFacets.Count> counts) throws IOException {
    Query both =
        new BooleanQuery.Builder()
            .add(any, Occur.FILTER)
            .add(new TermQuery(term), Occur.FILTER)
            .build();
    long count = searcher.search(both, new CountedTo(MOST_COUNTED + 1));
    if (count > 0) {
      counts.add(
          new SearchFacets.Count(term.text(), Math.min(count, MOST_COUNTED), count > MOST_COUNTED));
    }
  }
}

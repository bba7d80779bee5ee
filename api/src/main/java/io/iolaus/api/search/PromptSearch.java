package io.iolaus.api.search;

import io.iolaus.core.prompt.PromptLikeness;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Component;

/// Finds the prompt families that a text looks like. The text becomes a keyed sketch at once, as it
/// would on its way into the graph, and is neither kept nor shown anywhere.
@Component
class PromptSearch {

  private final LuceneEntitySearch search;
  private final Home home;

  PromptSearch(LuceneEntitySearch search, Home home) {
    this.search = search;
    this.home = home;
  }

  /// The likest first.
  List<AlikeFamily> like(String text, int limit) throws IOException {
    // The key may have been renewed since the last search.
    long[] hashes = PromptLikeness.hashes(new PromptSketcher(home.site()).sketch(text));
    if (hashes.length < PromptLikeness.LEAST_COMMON) {
      return List.of();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (long hash : hashes) {
      query.add(
          new ConstantScoreQuery(
              new TermQuery(new Term(SearchFields.SHINGLE, Long.toHexString(hash)))),
          Occur.SHOULD);
    }
    query.setMinimumNumberShouldMatch(PromptLikeness.LEAST_COMMON);
    return search.searching(searcher -> families(searcher, query.build(), hashes.length, limit));
  }

  private static List<AlikeFamily> families(
      IndexSearcher searcher, BooleanQuery query, int sketched, int limit) throws IOException {
    List<AlikeFamily> families = new ArrayList<>();
    // Each shingle in common scores one; a short skeleton wholly there is liker than a long one of
    // which as much is.
    for (ScoreDoc hit : searcher.search(query, 4 * limit).scoreDocs) {
      Document family = searcher.storedFields().document(hit.doc);
      int common = Math.round(hit.score);
      int skeleton =
          Objects.requireNonNull(family.getField(SearchFields.SHINGLE)).numericValue().intValue();
      families.add(
          new AlikeFamily(
              family.get(SearchFields.ID),
              Objects.requireNonNullElse(family.get(SearchFields.DETAIL), ""),
              PromptLikeness.similarity(common, sketched, skeleton),
              common));
    }
    families.sort(
        Comparator.comparingDouble(AlikeFamily::similarity)
            .thenComparingInt(AlikeFamily::common)
            .reversed()
            .thenComparing(AlikeFamily::id));
    return families.subList(0, Math.min(limit, families.size()));
  }
}

package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.InetAddressRange;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// How a typed text asks for what {@link SearchDocuments} indexed.
///
/// A text is put into queries as terms, never parsed as one: there is no syntax to inject. What a
/// term expands to is bounded.
final class SearchQueries {

  /// Shorter words have too many neighbours one letter away, or two.
  private static final int ONE_WRONG_FROM = 4;

  private static final int TWO_WRONG_FROM = 8;
  private static final int LONGEST_SPELT = 40;

  private static final int MOST_EXPANSIONS = 32;

  private SearchQueries() {}

  /// The ways in which a text can be meant, the surest first: the whole of a name, its beginning or
  /// a span of addresses, words of it, words with letters wrong. Empty where nothing was asked.
  static List<Query> ways(SearchText text, SearchFilter filter) {
    List<Query> ways = new ArrayList<>();
    if (text.whole().isEmpty()) {
      if (text.type() != null || !filter.types().isEmpty() || filter.state().isPresent()) {
        ways.add(MatchAllDocsQuery.INSTANCE);
      }
      return ways;
    }
    ways.add(new TermQuery(new Term(SearchFields.KEY, text.whole())));
    text.addresses().ifPresent(span -> ways.add(addresses(span.wholeLines())));
    ways.add(
        beginning(
            SearchFields.KEY, SearchFields.KEY_BEGIN, text.whole(), SearchFields.KEY_BEGINNING));
    if (!text.words().isEmpty()) {
      ways.add(words(text.words(), false));
      if (text.words().stream().anyMatch(SearchQueries::mayBeMisspelt)) {
        ways.add(words(text.words(), true));
      }
    }
    return ways;
  }

  private static Query addresses(AddressSpan span) {
    return new BooleanQuery.Builder()
        .add(
            InetAddressPoint.newRangeQuery(SearchFields.ADDRESS, span.from(), span.to()),
            Occur.SHOULD)
        .add(
            InetAddressRange.newIntersectsQuery(SearchFields.RANGE, span.from(), span.to()),
            Occur.SHOULD)
        .build();
  }

  private static Query beginning(String field, String beginnings, String text, int most) {
    String head = SearchWords.begin(text, most);
    if (head.length() == text.length()) {
      return new TermQuery(new Term(beginnings, text));
    }
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(beginnings, head)), Occur.FILTER)
        .add(
            new PrefixQuery(
                new Term(field, text),
                new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MOST_EXPANSIONS)),
            Occur.FILTER)
        .build();
  }

  /// All words must be there; the last may still be being typed.
  private static Query words(List<String> words, boolean misspelt) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      BooleanQuery.Builder one = new BooleanQuery.Builder();
      one.add(
          i < words.size() - 1
              ? new TermQuery(new Term(SearchFields.WORD, word))
              : beginning(
                  SearchFields.WORD, SearchFields.WORD_BEGIN, word, SearchFields.WORD_BEGINNING),
          Occur.SHOULD);
      if (misspelt && mayBeMisspelt(word)) {
        int wrong = word.length() >= TWO_WRONG_FROM ? 2 : 1;
        one.add(
            new FuzzyQuery(new Term(SearchFields.SPELT, word), wrong, 1, MOST_EXPANSIONS, true),
            Occur.SHOULD);
      }
      all.add(one.build(), Occur.FILTER);
    }
    return all.build();
  }

  /// A number with a digit wrong is another number.
  private static boolean mayBeMisspelt(String word) {
    return word.length() >= ONE_WRONG_FROM
        && word.length() <= LONGEST_SPELT
        && word.chars().allMatch(Character::isLetter);
  }

  /// A way, narrowed to the type that the text asks for and to the filter.
  static Query narrowed(Query way, SearchText text, SearchFilter filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(way, Occur.FILTER);
    if (text.type() != null) {
      all.add(type(text.type()), Occur.FILTER);
    }
    if (!filter.types().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      filter.types().forEach(type -> any.add(type(type), Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    }
    filter
        .state()
        .ifPresent(
            state -> all.add(new TermQuery(new Term(SearchFields.STATE, state)), Occur.FILTER));
    filter
        .from()
        .ifPresent(from ->
            all.add(
                LongField.newRangeQuery(SearchFields.LAST, millis(from), Long.MAX_VALUE),
                Occur.FILTER));
    filter
        .to()
        .ifPresent(to ->
            all.add(
                LongField.newRangeQuery(SearchFields.FIRST, Long.MIN_VALUE, millis(to)),
                Occur.FILTER));
    return all.build();
  }

  private static long millis(Instant time) {
    return time.toEpochMilli();
  }

  static Query type(EntityType type) {
    return new TermQuery(new Term(SearchFields.TYPE, type.text()));
  }

  /// One way, without what the surer ways find.
  static Query without(Query way, List<Query> surer) {
    if (surer.isEmpty()) {
      return way;
    }
    BooleanQuery.Builder only = new BooleanQuery.Builder().add(way, Occur.FILTER);
    surer.forEach(other -> only.add(other, Occur.MUST_NOT));
    return only.build();
  }

  static Query any(List<Query> ways) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    ways.forEach(way -> any.add(way, Occur.SHOULD));
    return any.build();
  }
}

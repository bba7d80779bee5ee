package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.search.SearchEntry;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// How an entity is indexed and how a typed text asks for it: the two must agree.
///
/// `key` holds whole names in lower case, `word` their parts. A hit on a whole name stands above
/// one on its beginning, that above one on words, that above one with a letter wrong.
final class SearchDocuments {

  static final String TYPE = "type";
  static final String ID = "id";
  static final String LABEL = "label";
  static final String DETAIL = "detail";
  static final String WEIGHT = "weight";
  private static final String KEY = "key";
  private static final String WORD = "word";

  /// Shorter words have too many neighbours one letter away.
  private static final int FUZZY_FROM = 4;

  private SearchDocuments() {}

  static Document document(SearchEntry entry) {
    Document document = new Document();
    document.add(new StringField(TYPE, entry.type().text(), Field.Store.YES));
    document.add(new StoredField(ID, entry.id()));
    document.add(new SortedDocValuesField(ID, new BytesRef(entry.id())));
    document.add(new StoredField(LABEL, entry.name()));
    document.add(new DoubleDocValuesField(WEIGHT, entry.weight()));
    if (entry.detail() != null) {
      document.add(new StoredField(DETAIL, entry.detail()));
    }
    name(document, entry.id());
    if (!entry.name().equals(entry.id())) {
      name(document, entry.name());
    }
    entry.words().forEach(word -> name(document, word));
    return document;
  }

  private static void name(Document document, String name) {
    document.add(new StringField(KEY, name.toLowerCase(Locale.ROOT), Field.Store.NO));
    for (String word : SearchText.words(name)) {
      document.add(new StringField(WORD, word, Field.Store.NO));
    }
  }

  static Query query(SearchText text) {
    if (text.whole().isEmpty() && text.type() == null) {
      return new MatchNoDocsQuery("nothing was typed");
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (text.type() != null) {
      all.add(new TermQuery(new Term(TYPE, text.type().text())), Occur.FILTER);
    }
    if (!text.whole().isEmpty()) {
      all.add(names(text), Occur.MUST);
    }
    all.add(first(EntityType.CLUSTER, 0.5f), Occur.SHOULD);
    all.add(first(EntityType.ORGANIZATION, 0.4f), Occur.SHOULD);
    all.add(first(EntityType.ACCOUNT, 0.2f), Occur.SHOULD);
    return all.build();
  }

  private static Query names(SearchText text) {
    List<Query> ways = new java.util.ArrayList<>();
    ways.add(scored(new TermQuery(new Term(KEY, text.whole())), 16));
    ways.add(scored(new PrefixQuery(new Term(KEY, text.whole())), 8));
    if (!text.words().isEmpty()) {
      ways.add(scored(words(text.words(), false), 4));
      ways.add(scored(words(text.words(), true), 1));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  /// All words must be there; the last may still be being typed.
  private static Query words(List<String> words, boolean fuzzy) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      Term term = new Term(WORD, words.get(i));
      BooleanQuery.Builder one = new BooleanQuery.Builder();
      one.add(new TermQuery(term), Occur.SHOULD);
      if (i == words.size() - 1) {
        one.add(new PrefixQuery(term), Occur.SHOULD);
      }
      if (fuzzy && words.get(i).length() >= FUZZY_FROM && !numeric(words.get(i))) {
        one.add(new FuzzyQuery(term, 1, 1), Occur.SHOULD);
      }
      all.add(one.build(), Occur.FILTER);
    }
    return all.build();
  }

  /// A number with a digit wrong is another number.
  private static boolean numeric(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  private static Query first(EntityType type, float boost) {
    return scored(new TermQuery(new Term(TYPE, type.text())), boost);
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}

package io.iolaus.api.search;

import static io.iolaus.api.search.SearchFields.ADDRESS;
import static io.iolaus.api.search.SearchFields.DETAIL;
import static io.iolaus.api.search.SearchFields.DIGEST;
import static io.iolaus.api.search.SearchFields.FIRST;
import static io.iolaus.api.search.SearchFields.ID;
import static io.iolaus.api.search.SearchFields.KEY;
import static io.iolaus.api.search.SearchFields.KEY_BEGIN;
import static io.iolaus.api.search.SearchFields.LABEL;
import static io.iolaus.api.search.SearchFields.LAST;
import static io.iolaus.api.search.SearchFields.RANGE;
import static io.iolaus.api.search.SearchFields.RANK;
import static io.iolaus.api.search.SearchFields.SHINGLE;
import static io.iolaus.api.search.SearchFields.SPELT;
import static io.iolaus.api.search.SearchFields.STATE;
import static io.iolaus.api.search.SearchFields.TYPE;
import static io.iolaus.api.search.SearchFields.UID;
import static io.iolaus.api.search.SearchFields.WORD;
import static io.iolaus.api.search.SearchFields.WORD_BEGIN;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.search.SearchEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.InetAddressRange;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// How an entity is indexed. {@link SearchQueries} asks for it.
final class SearchDocuments {

  /// Lucene takes ids up to 32,766 bytes; beyond this one an entity is not found by its id.
  private static final int LONGEST_ID = 8_000;

  private SearchDocuments() {}

  /// Whether it can be indexed at all.
  static boolean fits(SearchEntry entry) {
    return entry.id().length() <= LONGEST_ID;
  }

  static Document document(SearchEntry entry) {
    Document document = new Document();
    BytesRef uid = SearchFields.uid(entry.type(), entry.id()).bytes();
    document.add(new StringField(UID, uid, Field.Store.NO));
    document.add(new SortedDocValuesField(UID, uid));
    document.add(new StringField(TYPE, entry.type().text(), Field.Store.YES));
    document.add(new StoredField(ID, entry.id()));
    document.add(new StoredField(LABEL, entry.name()));
    document.add(new NumericDocValuesField(RANK, rank(entry)));
    document.add(new NumericDocValuesField(DIGEST, digest(entry)));
    if (entry.detail() != null) {
      document.add(new StoredField(DETAIL, entry.detail()));
    }
    if (entry.state() != null) {
      document.add(new StringField(STATE, entry.state(), Field.Store.YES));
    }
    time(document, FIRST, entry.first());
    time(document, LAST, entry.last());
    names(document, entry);
    addresses(document, entry);
    for (long shingle : entry.shingles()) {
      document.add(new StringField(SHINGLE, Long.toHexString(shingle), Field.Store.NO));
    }
    if (!entry.shingles().isEmpty()) {
      document.add(new StoredField(SHINGLE, entry.shingles().size()));
    }
    return document;
  }

  private static void time(Document document, String field, @Nullable Instant time) {
    if (time != null) {
      document.add(new LongField(field, time.toEpochMilli(), Field.Store.YES));
    }
  }

  /// Clusters before organizations, these before accounts, these before all else; in each the
  /// heavier first.
  private static long rank(SearchEntry entry) {
    long kind =
        switch (entry.type()) {
          case CLUSTER -> 3;
          case ORGANIZATION -> 2;
          case ACCOUNT -> 1;
          case PAYMENT, IP, NETWORK, IDENTIFIER, PROMPT_FAMILY, PATTERN -> 0;
        };
    return kind << 56 | Math.min(entry.weight(), (1L << 56) - 1);
  }

  private static void names(Document document, SearchEntry entry) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(SearchWords.fold(entry.id()));
    Set<String> spelt = new LinkedHashSet<>();
    if (!entry.name().equals(entry.id())) {
      String name = SearchWords.fold(entry.name());
      keys.add(name);
      if (isSpelt(entry.type())) {
        spelt.addAll(SearchWords.words(name));
      }
    }
    for (String other : entry.words()) {
      String name = SearchWords.fold(other);
      keys.add(name);
      if (isSpelt(entry.type())) {
        spelt.addAll(SearchWords.words(name));
      }
    }
    Set<String> words = new LinkedHashSet<>();
    keys.forEach(key -> words.addAll(SearchWords.words(key)));
    terms(document, KEY, keys);
    terms(document, WORD, words);
    terms(document, SPELT, spelt);
    beginnings(document, KEY_BEGIN, keys, SearchFields.KEY_BEGINNING);
    beginnings(document, WORD_BEGIN, words, SearchFields.WORD_BEGINNING);
  }

  /// Whether people write its name: a number or an id with a letter wrong is another one.
  private static boolean isSpelt(EntityType type) {
    return switch (type) {
      case ORGANIZATION, NETWORK, PATTERN, CLUSTER -> true;
      case ACCOUNT, PAYMENT, IP, IDENTIFIER, PROMPT_FAMILY -> false;
    };
  }

  private static void terms(Document document, String field, Collection<String> terms) {
    for (String term : terms) {
      document.add(new StringField(field, term, Field.Store.NO));
    }
  }

  private static void beginnings(
      Document document, String field, Collection<String> texts, int most) {
    Set<String> beginnings = new LinkedHashSet<>();
    for (String text : texts) {
      for (int letters = 1; letters <= most; letters++) {
        String beginning = SearchWords.begin(text, letters);
        beginnings.add(beginning);
        if (beginning.length() == text.length()) {
          break;
        }
      }
    }
    terms(document, field, beginnings);
  }

  private static void addresses(Document document, SearchEntry entry) {
    switch (entry.type()) {
      case IP ->
          AddressSpan.parse(entry.id())
              .ifPresent(span -> document.add(new InetAddressPoint(ADDRESS, span.from())));
      case NETWORK ->
          AddressSpan.parse(entry.id())
              .ifPresent(span -> document.add(new InetAddressRange(RANGE, span.from(), span.to())));
      case ACCOUNT, PAYMENT, IDENTIFIER, PROMPT_FAMILY, PATTERN, ORGANIZATION, CLUSTER -> {}
    }
  }

  /// Tells one content from another, so that what is the same is not written again.
  static long digest(SearchEntry entry) {
    byte[] bytes =
        String.join(
                "\u001f",
                entry.id(),
                entry.name(),
                String.join("\u001e", entry.words()),
                String.valueOf(entry.detail()),
                String.valueOf(entry.state()),
                String.valueOf(entry.weight()),
                String.valueOf(entry.first()),
                String.valueOf(entry.last()),
                entry.shingles().toString())
            .getBytes(StandardCharsets.UTF_8);
    long high = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 17);
    long low = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 91);
    return high << 32 | (low & 0xffffffffL);
  }
}

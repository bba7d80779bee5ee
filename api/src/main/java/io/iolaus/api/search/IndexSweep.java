package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.search.SearchEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Brings an index into line with entities that are read from the graph: what differs is written,
/// what is the same stays, and what was not among them can be taken away at the end.
///
/// It compares with the index as it was at the beginning, so each entity is offered once.
final class IndexSweep implements AutoCloseable {

  private static final int NONE = -1;

  private final SearchIndex index;
  private final IndexSearcher searcher;
  private final List<Leaf> leaves = new ArrayList<>();
  private final FixedBitSet seen;
  private long written;

  private record Leaf(LeafReaderContext context, TermsEnum uids, @Nullable Bits live) {}

  IndexSweep(SearchIndex index) throws IOException {
    this.index = index;
    index.refresh();
    searcher = index.searchers().acquire();
    seen = new FixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      Terms terms = context.reader().terms(SearchFields.UID);
      if (terms != null) {
        leaves.add(new Leaf(context, terms.iterator(), context.reader().getLiveDocs()));
      }
    }
  }

  /// How many entities it wrote.
  long written() {
    return written;
  }

  /// Takes all there is to know of an entity.
  void offer(SearchEntry entry) throws IOException {
    if (!SearchDocuments.fits(entry)) {
      return;
    }
    int doc = find(entry);
    if (doc != NONE) {
      seen.set(doc);
      if (digest(doc) == SearchDocuments.digest(entry)) {
        return;
      }
    }
    index.update(entry);
    written++;
  }

  /// Takes an entity of which only some of the times are known when it was seen.
  void offerMore(SearchEntry entry) throws IOException {
    int doc = SearchDocuments.fits(entry) ? find(entry) : NONE;
    if (doc == NONE) {
      offer(entry);
      return;
    }
    Document stored = searcher.storedFields().document(doc);
    offer(
        entry.seen(
            of(entry.first(), time(stored, SearchFields.FIRST), (a, b) -> a.isBefore(b) ? a : b),
            of(entry.last(), time(stored, SearchFields.LAST), (a, b) -> a.isAfter(b) ? a : b)));
  }

  private static @Nullable Instant of(
      @Nullable Instant a, @Nullable Instant b, BinaryOperator<Instant> better) {
    return a == null ? b : b == null ? a : better.apply(a, b);
  }

  private static @Nullable Instant time(Document document, String field) {
    var value = document.getField(field);
    return value == null ? null : Instant.ofEpochMilli(value.numericValue().longValue());
  }

  /// Takes away what is of these types and was not offered.
  void removeOthers(Collection<EntityType> types) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    for (EntityType type : types) {
      BytesRef name = new BytesRef(type.text());
      for (Leaf leaf : leaves) {
        PostingsEnum documents =
            leaf.context.reader().postings(new Term(SearchFields.TYPE, name), PostingsEnum.NONE);
        for (int doc = documents == null ? DocIdSetIterator.NO_MORE_DOCS : documents.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = documents.nextDoc()) {
          boolean live = leaf.live == null || leaf.live.get(doc);
          if (live && !seen.get(leaf.context.docBase + doc)) {
            index.delete(reader, leaf.context.docBase + doc);
            written++;
          }
        }
      }
    }
  }

  private int find(SearchEntry entry) throws IOException {
    BytesRef uid = SearchFields.uid(entry.type(), entry.id()).bytes();
    for (Leaf leaf : leaves) {
      if (leaf.uids.seekExact(uid)) {
        PostingsEnum documents = leaf.uids.postings(null, PostingsEnum.NONE);
        for (int doc = documents.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = documents.nextDoc()) {
          if (leaf.live == null || leaf.live.get(doc)) {
            return leaf.context.docBase + doc;
          }
        }
      }
    }
    return NONE;
  }

  private long digest(int doc) throws IOException {
    for (Leaf leaf : leaves) {
      int inLeaf = doc - leaf.context.docBase;
      if (inLeaf >= 0 && inLeaf < leaf.context.reader().maxDoc()) {
        NumericDocValues digests = leaf.context.reader().getNumericDocValues(SearchFields.DIGEST);
        if (digests != null && digests.advanceExact(inLeaf)) {
          return digests.longValue();
        }
      }
    }
    throw new IllegalStateException("a document without a digest");
  }

  @Override
  public void close() throws IOException {
    index.searchers().release(searcher);
  }
}

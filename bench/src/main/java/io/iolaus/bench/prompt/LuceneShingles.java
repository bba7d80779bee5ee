package io.iolaus.bench.prompt;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Lucene's own way: standard tokenizer, lower case, shingles of five words, and with [#minHash]
/// 128 minimal hashes of them. A text of fewer words is one shingle.
final class LuceneShingles {

  static final int HASHES = 128;
  private static final int WIDTH = 5;

  private final Tokenizer tokenizer = new StandardTokenizer();
  private final TokenStream stream;
  private final CharTermAttribute term;

  private LuceneShingles(boolean hashed, int hashes, int buckets) {
    ShingleFilter shingles = new ShingleFilter(new LowerCaseFilter(tokenizer), WIDTH, WIDTH);
    shingles.setOutputUnigrams(false);
    shingles.setOutputUnigramsIfNoShingles(true);
    stream = hashed ? new MinHashFilter(shingles, hashes, buckets, 1, buckets > 1) : shingles;
    term = stream.addAttribute(CharTermAttribute.class);
  }

  /// The shingles themselves.
  static LuceneShingles plain() {
    return new LuceneShingles(false, 0, 0);
  }

  /// 128 hash functions, the least hash of each.
  static LuceneShingles minHash() {
    return new LuceneShingles(true, HASHES, 1);
  }

  /// One hash function, the least hash of each of 128 buckets: the quicker setting.
  static LuceneShingles bucketHash() {
    return new LuceneShingles(true, 1, HASHES);
  }

  void each(String text, Consumer<CharTermAttribute> use) {
    try {
      tokenizer.setReader(Reader.of(text));
      stream.reset();
      while (stream.incrementToken()) {
        use.accept(term);
      }
      stream.end();
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

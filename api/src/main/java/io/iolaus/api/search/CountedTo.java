package io.iolaus.api.search;

import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Counts hits, and stops when there are enough.
record CountedTo(int most) implements CollectorManager<CountedTo.Counter, Long> {

  static final class Counter implements Collector {
    private final int most;
    private long count;

    private Counter(int most) {
      this.most = most;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) {
      if (count >= most) {
        throw new CollectionTerminatedException();
      }
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
          if (++count >= most) {
            throw new CollectionTerminatedException();
          }
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public Counter newCollector() {
    return new Counter(most);
  }

  @Override
  public Long reduce(Collection<Counter> counters) {
    return counters.stream().mapToLong(counter -> counter.count).sum();
  }
}

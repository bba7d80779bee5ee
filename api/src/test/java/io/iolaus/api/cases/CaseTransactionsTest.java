package io.iolaus.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.SimpleTransactionStatus;

class CaseTransactionsTest {

  /// Fails to begin so many times.
  private static final class Failing implements PlatformTransactionManager {
    private int failures;
    private int begun;

    Failing(int failures) {
      this.failures = failures;
    }

    @Override
    public TransactionStatus getTransaction(TransactionDefinition definition) {
      begun++;
      if (failures-- > 0) {
        throw new TransactionSystemException(
            "cannot begin",
            new ServiceUnavailableException("gone", new ConnectException("refused")));
      }
      return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {}

    @Override
    public void rollback(TransactionStatus status) {}
  }

  @Test
  void whatCanBeRetriedIs() {
    Failing manager = new Failing(2);
    assertThat(new CaseTransactions(manager, null).run(() -> "done")).isEqualTo("done");
    assertThat(manager.begun).isEqualTo(3);
  }

  @Test
  void errorsOfTheDatabaseLeaveAsWhatTheyAre() {
    Failing manager = new Failing(9);
    assertThatThrownBy(() -> new CaseTransactions(manager, null).run(() -> "done"))
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessage("gone");
    assertThat(manager.begun).isEqualTo(3);
    assertThatThrownBy(() ->
            new CaseTransactions(new Failing(0), null)
                .run(() -> {
                  throw new OptimisticLockingFailureException("outdated");
                }))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }
}

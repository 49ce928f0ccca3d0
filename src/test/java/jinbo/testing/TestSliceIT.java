package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class TestSliceIT {

    @Test
    void componentsRunInTheTransactionsThatTheyAskFor() {
        try (TestSlice parts = new TestSlice(
                new SettableClock("2012-09-21T09:00:00+08:00"),
                beans -> beans.registerBean(InTransaction.class),
                "jinbo.accesslog",
                "jinbo.reference.calendar")) {
            assertThat(parts.bean(InTransaction.class).isSo()).isTrue();
        }
    }

    static class InTransaction {

        @Transactional
        boolean isSo() {
            return TransactionSynchronizationManager.isActualTransactionActive();
        }
    }
}

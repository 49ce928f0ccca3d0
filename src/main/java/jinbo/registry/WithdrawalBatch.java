package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What all withdrawals of a batch have in common.
 *
 * @param inboundFile the file with the withdrawals; empty for an operator's
 * @param registeredAt time of receipt, or of the operator's decision
 */
public record WithdrawalBatch(
        Optional<Long> inboundFile, short insurerId, Instant registeredAt, LocalDate registeredOn) {}

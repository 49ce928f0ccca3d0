package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What all withdrawals of a batch have in common.
 *
 * @param inboundFile the file with the withdrawals; empty if an operator withdraws for the insurer
 * @param registeredAt when the file was received, or the operator decided
 */
public record WithdrawalBatch(
        Optional<Long> inboundFile, short insurerId, Instant registeredAt, LocalDate registeredOn) {}

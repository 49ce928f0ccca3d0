package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is the same for all withdrawals that are registered together.
 *
 * @param inboundFile id of the file that asks for them; empty if an operator does
 * @param insurerId the small number of the insurer whose rows are taken back
 * @param registeredAt time of receipt, or of the operator's decision
 * @param registeredOn that instant's date in Beijing
 */
public record WithdrawalBatch(
        Optional<Long> inboundFile, short insurerId, Instant registeredAt, LocalDate registeredOn) {}

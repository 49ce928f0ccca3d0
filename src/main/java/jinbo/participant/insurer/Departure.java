package jinbo.participant.insurer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That an insurer has left, which is for good: it comes back under another code.
 *
 * @param on the day
 * @param successor who takes its place, if somebody does
 */
public record Departure(LocalDate on, Optional<InsurerCode> successor) {}

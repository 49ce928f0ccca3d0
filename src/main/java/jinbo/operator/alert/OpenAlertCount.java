package jinbo.operator.alert;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * What the last run of {@code watch} has found of one kind, counted.
 *
 * @param code what kind
 * @param insurer whom it is about; empty if it is about all
 * @param count how many stand side by side
 */
public record OpenAlertCount(Alert.Code code, Optional<InsurerCode> insurer, long count) {}

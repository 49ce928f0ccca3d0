package jinbo.cases.report;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/**
 * Cases that are counted together.
 *
 * @param insurer whose they are, if that is known
 * @param line what the calls were to sell, if that is known
 */
record CaseGroup(Optional<InsurerCode> insurer, Optional<LineCode> line) {}

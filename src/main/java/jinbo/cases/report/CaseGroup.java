package jinbo.cases.report;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/** Cases that are counted together. */
record CaseGroup(Optional<InsurerCode> insurer, Optional<LineCode> line) {}

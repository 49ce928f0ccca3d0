package jinbo.batch;

import jinbo.participant.insurer.InsurerCode;

/** What operators must know about an insurer: why it got nothing, or what is left to do; without phone numbers. */
public record Remark(InsurerCode insurer, String what) {}

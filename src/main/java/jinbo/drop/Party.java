package jinbo.drop;

import jinbo.insurer.InsurerCode;

/** Who is at the other end, for messages. */
record Party(InsurerCode insurer, DropAddress address) {}

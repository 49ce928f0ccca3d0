package jinbo.operator.cli;

import java.util.List;
import jinbo.operator.audit.AuditOperations;
import jinbo.operator.cases.CaseOperations;
import jinbo.operator.cases.SanctionOperations;
import jinbo.operator.drop.DropOperations;
import jinbo.operator.insurer.InsurerOperations;
import jinbo.operator.job.JobOperations;
import jinbo.operator.key.KeyOperations;
import jinbo.operator.number.NumberOperations;
import jinbo.operator.person.PersonOperations;
import jinbo.operator.recovery.RecoveryOperations;
import jinbo.operator.reference.ReferenceOperations;
import jinbo.operator.request.RequestOperations;
import jinbo.operator.upload.UploadOperations;
import jinbo.participant.operation.OperationCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalog of all operations, in the order of help. */
@Configuration(proxyBeanMethods = false)
class OperatorOperations {

    static final OperationCatalog CATALOG = new OperationCatalog(List.of(
            JobOperations.class,
            ReferenceOperations.class,
            InsurerOperations.class,
            KeyOperations.class,
            DropOperations.class,
            UploadOperations.class,
            RecoveryOperations.class,
            NumberOperations.class,
            CaseOperations.class,
            SanctionOperations.class,
            AuditOperations.class,
            PersonOperations.class,
            RequestOperations.class));

    @Bean
    OperationCatalog operationCatalog() {
        return CATALOG;
    }
}

package jinbo.job;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has Batch write the context of an execution only when it has changed. Else it would, unchanged, several times for each step and each
 * time in a transaction of its own, which is a fifth of all transactions of a short list.
 */
@Component
class ChangedContexts implements BeanPostProcessor {

    /** Far more than there are executions at a time; one that is forgotten is written once more. */
    private static final int MOST = 1_000;

    /** What was written last, by execution. */
    private final Map<String, Map<String, Object>> written = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Object>> eldest) {
            return size() > MOST;
        }
    });

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof JobRepository)) {
            return bean;
        }
        ProxyFactory proxies = new ProxyFactory(bean);
        proxies.addAdvice((MethodInterceptor) this::unlessUnchanged);
        return proxies.getProxy();
    }

    private @Nullable Object unlessUnchanged(MethodInvocation call) throws Throwable {
        if (!call.getMethod().getName().equals("updateExecutionContext")) {
            return call.proceed();
        }
        if (call.getArguments()[0] instanceof StepExecution step) {
            return unlessUnchanged(call, "step " + step.getId(), step.getExecutionContext());
        }
        JobExecution job = (JobExecution) call.getArguments()[0];
        return unlessUnchanged(call, "job " + job.getId(), job.getExecutionContext());
    }

    private @Nullable Object unlessUnchanged(MethodInvocation call, String execution, ExecutionContext context)
            throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // it may still be rolled back, and costs no transaction of its own
            written.remove(execution);
            return call.proceed();
        }
        Map<String, Object> now = new HashMap<>(context.toMap());
        if (now.equals(written.get(execution))) {
            return null;
        }
        Object answer = call.proceed();
        written.put(execution, now);
        return answer;
    }
}

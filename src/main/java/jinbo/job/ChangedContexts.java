package jinbo.job;

import java.util.Optional;
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

/**
 * Has Batch write the context of an execution only when it has changed. Else it would, unchanged, several times for each step and each
 * time in a transaction of its own, which is a fifth of all transactions of a short list.
 */
@Component
class ChangedContexts implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof JobRepository)) {
            return bean;
        }
        ProxyFactory proxies = new ProxyFactory(bean);
        proxies.addAdvice((MethodInterceptor) ChangedContexts::unlessUnchanged);
        return proxies.getProxy();
    }

    private static @Nullable Object unlessUnchanged(MethodInvocation call) throws Throwable {
        Optional<ExecutionContext> written = contextWrittenBy(call);
        if (written.filter(context -> !context.isDirty()).isPresent()) {
            return null;
        }
        Object answer = call.proceed();
        written.ifPresent(ExecutionContext::clearDirtyFlag);
        return answer;
    }

    private static Optional<ExecutionContext> contextWrittenBy(MethodInvocation call) {
        if (!call.getMethod().getName().equals("updateExecutionContext")) {
            return Optional.empty();
        }
        Object execution = call.getArguments()[0];
        return Optional.of(
                execution instanceof StepExecution step
                        ? step.getExecutionContext()
                        : ((JobExecution) execution).getExecutionContext());
    }
}

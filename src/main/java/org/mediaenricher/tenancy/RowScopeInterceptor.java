package org.mediaenricher.tenancy;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Sets the scope within the transaction; {@code @Transactional} has a priority below ours and is outside. */
@RowScoped
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class RowScopeInterceptor {
    private final RowSecurity rows;
    private final Instance<RowScope> ofTheCaller;

    @Inject
    RowScopeInterceptor(RowSecurity rows, Instance<RowScope> ofTheCaller) {
        this.rows = rows;
        this.ofTheCaller = ofTheCaller;
    }

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        rows.enter(RowScope.ofThisThread().orElseGet(ofTheCaller::get));
        return call.proceed();
    }
}

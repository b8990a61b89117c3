package org.mediaenricher.tenancy;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The transaction this method runs in sees the rows of the current {@link RowScope} and no others:
 * the one this thread was put in, or else the caller's. Goes with {@code @Transactional}, inside which
 * it takes effect; without a transaction, or without a scope, the method is not entered.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RowScoped {}

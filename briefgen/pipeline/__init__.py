"""Commission → Paper: what each work room does, in the one order that holds. Import its modules, not this one."""

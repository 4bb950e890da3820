console.log('tab build placeholder');
